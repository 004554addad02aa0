/** Watches and the send ledger in MongoDB. */
@NullMarked
package io.pacelight.intervention.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
