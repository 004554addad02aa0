package io.pacelight.simulator.random;

/** What a draw is about, so that two questions about one entity have unrelated answers. */
public enum Topic {
    SCHOOL_SIZE(11),
    SCHOOL(12),
    PERSON(21),
    GUARDIAN(22),
    STAFF(23),
    DEMOGRAPHICS(24),
    CLASS(31),
    SEATING(32),
    LEARNER(41),
    READINESS(42),
    ABSENCE(43),
    IDLING(44),
    MEETING(45),
    RESULT(46);

    final long salt;

    Topic(long number) {
        this.salt = number * 0xD6E8FEB86659FD93L;
    }
}
