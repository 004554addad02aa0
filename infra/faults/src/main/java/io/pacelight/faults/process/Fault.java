package io.pacelight.faults.process;

/** A kind of trouble. */
public enum Fault {
    /** SIGKILL of each service at random moments. */
    KILL,
    /** The end of a service's process exactly at each of its crash points. */
    CRASH,
    /** Broker and store killed and started again. */
    BACKBONE,
    /** Connections to broker and store delayed, cut and half-open. */
    NETWORK,
    /** Second instances that join and leave, and one that freezes in mid-batch and wakes when it owns nothing any more. */
    MEMBERS,
    /** A store and a broker whose disk is full. */
    DISK,
    /** A process whose wall clock is ten minutes off. */
    CLOCK
}
