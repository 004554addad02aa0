package io.pacelight.faults.simulation;

/** What went wrong, other than a process dying; each kind is counted, so that a run can show that all of it was tried. */
enum Fault {
    /** A read failed. */
    LOAD_FAILED,
    /** A bulk write reported failure; some of its documents were written all the same. */
    WRITE_FAILED_HALF_WAY,
    /** A process died within a bulk write; the store finished it, or did not. */
    WRITE_CUT_BY_CRASH,
    /** Somebody else wrote first. */
    GUARD_LOST,
    /** A publish reported failure; of each partition a first part of the records had arrived. */
    PUBLISH_FAILED_HALF_WAY,
    /** Records arrived and their acknowledgement did not. */
    ACKNOWLEDGEMENT_LOST,
    /** What a publish had given up waiting for arrived after all. */
    ARRIVED_LATE,
    /** A consumer was thrown out of its group while it handled a poll. */
    EVICTED_IN_MID_BATCH,
    /** A consumer that had been thrown out wrote to the store. */
    ZOMBIE_WROTE,
    /** A consumer that had been thrown out tried to commit, in vain. */
    COMMIT_REFUSED,
    /** A commit did not arrive; the consumer went on. */
    COMMIT_LOST,
    /** Partitions changed hands between two polls. */
    REBALANCED,
    /** A record was delivered once more. */
    REDELIVERED,
    /** A command over HTTP wrote a document between a stream's write of it and the stream's publish. */
    COMMAND_BEFORE_PUBLISH,
    /** A command wrote a document between another command's write of it and that one's publish. */
    COMMANDS_CROSSED,
    /** Of a compacted topic records went that were not the last of their key. */
    COMPACTED,
    /** A service was down while the world went on and came back with a backlog. */
    OUTAGE,
    /** A record stands in the log twice. */
    DUPLICATE_INPUT,
    /** An attempt came long after its turn. */
    LATE_INPUT,
    UNREADABLE_INPUT,
    NULL_INPUT,
    /** Readable, and against the contract. */
    UNFIT_INPUT,
    /** The sweeper told what somebody had left behind. */
    SWEPT,
    /** Reference facts moved while students were judged by them. */
    RULES_MOVED
}
