/**
 * The document store behind {@link io.pacelight.embedded.EmbeddedStore}: what mongo-java-server speaks on the wire, kept in
 * order and kept for good in one MVStore file.
 *
 * <p>Five invariants hold this room together:
 *
 * <ol>
 *   <li><b>Commit before acknowledgement.</b> {@link OrderedBackend} commits each write command before its answer leaves, so a
 *       killed process has lost nothing that was acknowledged.
 *   <li><b>One writer.</b> A write command has the store to itself until it is committed; nobody sees half a command, and no
 *       commit contains half a command. Nobody reads what a full disk has kept from being committed.
 *   <li><b>Key order is value order.</b> Comparing two {@link Key}s byte by byte compares the values they were made of in
 *       MongoDB's order. So equality is a range, a range is a range, and a sorted read is a walk.
 *   <li><b>An index narrows, the matcher decides.</b> A {@link Scan} may yield more documents than match, never fewer; every
 *       document is held against the whole query afterwards.
 *   <li><b>Bytes stay bytes.</b> Inserts, replacements and finds hand on what came as it came; of each document only the fields
 *       are decoded that a query, an order or an index names. Whatever else a command asks is done by mongo-java-server with
 *       whole documents, and comes to the same.
 * </ol>
 */
@NullMarked
package io.pacelight.embedded.store;

import org.jspecify.annotations.NullMarked;
