/**
 * Documents as the bytes they travel and lie in. Most of what the store is given it hands on unread, so a document stays
 * {@link io.pacelight.embedded.bson.RawBson bytes}, of which single fields are looked at where they stand.
 *
 * <p>One invariant: the bytes of a {@code RawBson} are well formed. {@link io.pacelight.embedded.bson.BsonCheck} has looked at
 * whatever came from outside, so nobody who reads them later has to look at lengths again.
 */
@NullMarked
package io.pacelight.embedded.bson;

import org.jspecify.annotations.NullMarked;
