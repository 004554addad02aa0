package io.pacelight.intervention.application;

import java.util.Set;

/** How far this instance has read what was there at a certain moment, partition by partition. */
public interface Backlog {
    /** Ends of what there is to read now, of every topic that tells facts about students. */
    interface Mark {
        /** Partitions that this instance owns on every topic. */
        Set<Integer> partitions();
    }

    /** How many partitions each of the topics has. */
    int partitions();

    Mark mark();

    /** Those partitions of the mark that are still owned and have been handled beyond it. */
    Set<Integer> handledBeyond(Mark mark);

    /** Those that are owned on every topic now. */
    Set<Integer> owned();
}
