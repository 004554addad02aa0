package io.pacelight.simulator.learning;

import io.pacelight.simulator.curriculum.Course;

/** Where each seat (a student in a class) stands in its course, in 24 bytes a seat. */
final class Progress {
    private static final int KNOWN = 1;
    private static final int CHECKED = 2;
    private static final int BEGUN = 4;

    private final byte[] frontier;
    private final byte[] position;
    private final byte[] meetings;
    private final byte[] demonstrations;
    private final byte[] lastDemonstration;
    private final byte[] atBats;
    private final byte[] marks;
    private final byte[] agenda;
    private final int[] left;
    private final int[] revisited;
    private final long[] atBatsWhenLeft;

    Progress(int seats) {
        frontier = new byte[seats];
        position = new byte[seats];
        meetings = new byte[seats];
        demonstrations = new byte[seats];
        lastDemonstration = new byte[seats];
        atBats = new byte[seats];
        marks = new byte[seats];
        agenda = new byte[seats];
        left = new int[seats];
        revisited = new int[seats];
        atBatsWhenLeft = new long[seats];
    }

    boolean isFinished(int seat) {
        return position[seat] >= Course.COMPETENCIES;
    }

    /** The furthest place that the student has come to. */
    int frontier(int seat) {
        return frontier[seat];
    }

    /** The place on which the student works. */
    int position(int seat) {
        return position[seat];
    }

    boolean isRevisiting(int seat) {
        return position[seat] < frontier[seat];
    }

    /** Attended and working meetings on the present competency, this one included. */
    int meetings(int seat) {
        return meetings[seat];
    }

    /** Counts a meeting; says whether it is the first on this competency. */
    boolean attend(int seat) {
        meetings[seat]++;
        boolean first = (marks[seat] & BEGUN) == 0;
        marks[seat] |= BEGUN;
        return first;
    }

    boolean knows(int seat) {
        return (marks[seat] & KNOWN) != 0;
    }

    void learn(int seat) {
        marks[seat] |= KNOWN;
    }

    boolean hasPassedCheck(int seat) {
        return (marks[seat] & CHECKED) != 0;
    }

    void passCheck(int seat) {
        marks[seat] |= CHECKED;
    }

    int demonstrations(int seat) {
        return demonstrations[seat];
    }

    int meetingsSinceDemonstration(int seat) {
        return meetings[seat] - lastDemonstration[seat];
    }

    boolean hasFailedLast(int seat) {
        return demonstrations[seat] > 0 && (atBats[seat] & 1) == 0;
    }

    /** Notes a demonstration; says whether two of the last three were successes, the simulator's own rule of being done. */
    boolean demonstrate(int seat, boolean counts) {
        demonstrations[seat]++;
        lastDemonstration[seat] = meetings[seat];
        boolean done = counts && (atBats[seat] & 0b11) != 0;
        atBats[seat] = (byte) (((atBats[seat] << 1) & 0b110) | (counts ? 1 : 0));
        return done;
    }

    int agenda(int seat) {
        return agenda[seat];
    }

    void agenda(int seat, int items) {
        agenda[seat] = (byte) items;
    }

    /** Leaves the present competency unmastered for now; at the end of the unit there is one more go. */
    void leave(int seat) {
        left[seat] |= 1 << position[seat];
        atBatsWhenLeft[seat] |= (atBats[seat] & 0b11L) << (2 * position[seat]);
        moveOn(seat);
    }

    /** Goes to the next place in pathway order, or back to what was left in the unit that ends here. */
    void moveOn(int seat) {
        if (position[seat] == frontier[seat]) frontier[seat]++;
        int open = frontier[seat] % Course.PER_UNIT == 0
                ? left[seat] & ~revisited[seat] & 0b1111 << (frontier[seat] - Course.PER_UNIT)
                : 0;
        revisited[seat] |= Integer.lowestOneBit(open);
        position[seat] = open == 0 ? frontier[seat] : (byte) Integer.numberOfTrailingZeros(open);
        meetings[seat] = 0;
        demonstrations[seat] = 0;
        lastDemonstration[seat] = 0;
        atBats[seat] = (byte) (open == 0 ? 0 : (atBatsWhenLeft[seat] >>> (2 * position[seat])) & 0b11);
        marks[seat] = 0;
    }
}
