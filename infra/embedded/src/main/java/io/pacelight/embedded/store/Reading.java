package io.pacelight.embedded.store;

import java.util.stream.Stream;

/**
 * The documents a walk leads to, each once, read as they are asked for.
 *
 * @param putDown to be run at the end of a command if the rest is to be asked for by a later one
 */
record Reading(Stream<Found> found, Runnable putDown) {
    static Reading ofDocuments(Walk<byte[]> walk) {
        return new Reading(walk.steps().map(step -> Found.at(step.key(), step.value())), walk::putDown);
    }

    /** One whose documents have been read, or are read by their keys, with nothing open in between. */
    static Reading of(Stream<Found> found) {
        return new Reading(found, () -> {});
    }
}
