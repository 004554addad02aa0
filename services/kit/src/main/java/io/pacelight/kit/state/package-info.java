/** Exactly-once by single documents: read a batch's documents once, fold, write once guarded by version, publish. Plain Java, no framework. */
@NullMarked
package io.pacelight.kit.state;

import org.jspecify.annotations.NullMarked;
