package io.pacelight.faults.process;

/** One kind of fault, made while attempts stream in. */
interface Trouble {
    /** How many steps it has, for the feeder to know how long its attempts must last. */
    int steps();

    /** Says in the report what is to fire. */
    void plan();

    /** Makes the trouble and puts everything right again; {@code step} is told after each. */
    void make(Runnable step);
}
