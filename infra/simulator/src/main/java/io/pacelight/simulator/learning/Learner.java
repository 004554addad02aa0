package io.pacelight.simulator.learning;

import io.pacelight.simulator.curriculum.Competency;
import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;
import io.pacelight.simulator.school.Section;

/**
 * The model of learning. A student either knows a competency or does not (Corbett and Anderson's knowledge tracing): whoever does not
 * yet know it learns it in a meeting with a probability that depends on the student's pace, the class, the competency's effort, on whether
 * the student is stuck on it, and on whether a teacher helps because the plan has run ahead. Whoever knows it still slips, whoever does not
 * may guess. All numbers are fixed by seed, student and competency; nothing is kept.
 */
final class Learner {
    private static final double[] LEARN = {0, 0.46, 0.34, 0.24, 0.20};
    private static final double[] STUCK = {0, 0.03, 0.13, 0.80, 1.0};
    private static final double LEARN_WHEN_STUCK = 0.003;
    private static final double LEARN_WHEN_RETAUGHT = 0.08;
    private static final double HELPED = 1.3;
    private static final double KNOWN_BEFORE = 0.18;
    private static final double PACE_SPREAD = 0.19;
    private static final double SLIP = 0.09;
    private static final double GUESS_CHECK = 0.14;
    private static final double GUESS_DEMONSTRATION = 0.07;
    private static final double IDLER_SHARE = 0.05;
    private static final double IDLER_SPELL = 0.30;
    private static final double USUAL_SPELL = 0.008;
    private static final int SPELL_DAYS = 8;

    private final long seed;

    Learner(long seed) {
        this.seed = seed;
    }

    /** How fast the student learns; 1 is usual, about 0.6 to 1.4 occurs. */
    double pace(int student) {
        return Draw.about(Topic.LEARNER, seed, student).around(PACE_SPREAD);
    }

    /** Whether the student does nothing for the subject on this school day; such spells last eight school days. */
    boolean isIdle(int student, int subject, int day) {
        boolean idler = Draw.share(Topic.IDLING, seed, student, -1) < IDLER_SHARE;
        long spell = (day + student % SPELL_DAYS) / SPELL_DAYS * 256L + subject;
        return Draw.share(Topic.IDLING, seed, student, spell) < (idler ? IDLER_SPELL : USUAL_SPELL);
    }

    /** Whether the student is stuck on the competency: slow students are more often, and a hard competency holds many. */
    boolean isStuck(int student, int course, Competency competency) {
        double share = STUCK[competency.effort()] * Math.max(0.4, 1 + 1.2 * (1 - pace(student)) / competency.effort());
        return Draw.share(Topic.READINESS, seed, student, course * 64L + competency.place()) < share;
    }

    /** Whether the student knows the competency before any lesson on it. */
    boolean knowsBefore(int student, int course, Competency competency) {
        double share = KNOWN_BEFORE * pace(student) / (competency.effort() * competency.effort());
        return Draw.share(Topic.READINESS, seed, student, course * 64L + 32 + competency.place()) < share;
    }

    /** The probability to learn in one meeting. */
    double learns(int student, Section section, Competency competency, boolean helped, boolean retaught) {
        if (!retaught && isStuck(student, section.course().number(), competency)) return LEARN_WHEN_STUCK;
        if (retaught) return LEARN_WHEN_RETAUGHT / competency.effort();
        double climate = Draw.about(Topic.CLASS, seed, section.number(), 1).between(0.85, 1.15)
                * Draw.about(Topic.CLASS, seed, section.school().number(), 2).between(0.92, 1.08);
        double usual = LEARN[competency.effort()] * pace(student) * pace(student) * climate;
        return Math.min(0.9, helped ? usual * HELPED : usual);
    }

    /** Whether an answer is at mastery. */
    boolean succeeds(Draw draw, boolean known, boolean demonstration) {
        if (known) return !draw.chance(SLIP);
        return draw.chance(demonstration ? GUESS_DEMONSTRATION : GUESS_CHECK);
    }

    /** The level that goes with a success or failure. */
    int level(Draw draw, boolean success, boolean known) {
        if (success) return draw.chance(0.22) ? 4 : 3;
        return draw.chance(known ? 0.9 : 0.4) ? 2 : 1;
    }
}
