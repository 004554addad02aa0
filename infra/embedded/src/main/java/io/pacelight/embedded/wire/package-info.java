/**
 * MongoDB's protocol on the socket. mongo-java-server answers the commands; what a request carries in bulk and what an answer
 * lists passes through here as {@link io.pacelight.embedded.bson.RawBson bytes}, since decoding it would cost more than all the
 * rest of the work.
 */
@NullMarked
package io.pacelight.embedded.wire;

import org.jspecify.annotations.NullMarked;
