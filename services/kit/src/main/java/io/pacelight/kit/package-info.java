/**
 * What every service needs once: exactly-once folding of batches into state documents, quarantine, reference facts,
 * scopes, problem details and observation names.
 *
 * <p>A service names itself by {@code pacelight.service}, imports {@code classpath:kit.yml}, and brings: a pure
 * {@link io.pacelight.kit.state.StateMachine}, a {@link io.pacelight.kit.mongo.StateCodec} for its state, a bean
 * {@link io.pacelight.kit.state.StateFolder} over a {@link io.pacelight.kit.mongo.MongoStateStore}, and for each
 * binding {@code x-in-0} a function bean {@code x} made by
 * {@link io.pacelight.kit.stream.EventStreams#open} with a {@link io.pacelight.kit.stream.FoldingHandler} that routes
 * events to documents. Commands over HTTP go through {@link io.pacelight.kit.state.StateFolder#command}. Who asks is
 * {@link io.pacelight.kit.security.Viewers#current}; what may not be seen throws
 * {@link io.pacelight.kit.security.OutsideScope}, what can't be taken
 * {@link io.pacelight.kit.web.Refused}. Classes, calendars, competencies and plans are in the
 * {@link io.pacelight.kit.reference.ReferenceBook}; an input that was made because of a reference fact first awaits
 * the book at that fact's place. Time is {@link io.pacelight.kit.time.SchoolClock#now}.
 */
@NullMarked
package io.pacelight.kit;

import org.jspecify.annotations.NullMarked;
