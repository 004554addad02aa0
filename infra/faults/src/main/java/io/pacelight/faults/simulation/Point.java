package io.pacelight.faults.simulation;

/** Where a task may be interrupted: before everything that it does to the world, and after it. A process can die at any of them. */
enum Point {
    POLLED,
    LOAD,
    LOADED,
    SAVE,
    /** Before each document of a bulk write, so that a bulk can be cut anywhere. */
    WRITE,
    SAVED,
    /** Before each record of a batch that is published. */
    PUBLISH,
    PUBLISHED,
    ACKNOWLEDGED,
    SHELVE,
    SHELVED,
    COMMIT,
    COMMITTED,
    QUERY,
    /** A process takes a name to write under, and notes what it has told under it. */
    ENLIST,
    NOTE,
    SWEEP,
    TIDY,
    TIDIED,
    STRIKE,
    COMMAND,
    REFERENCE,
    /** The world outside tells something, or time passes. */
    FEED
}
