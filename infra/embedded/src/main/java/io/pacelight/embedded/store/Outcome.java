package io.pacelight.embedded.store;

/** What has become of the one document that a change was for. */
enum Outcome {
    /** There is none, or it isn't as the query demands. */
    MISSED,
    /** It is already as the change would make it. */
    UNCHANGED,
    CHANGED
}
