package io.pacelight.simulator;

/** The sizes that trials and benchmarks speak of. */
public enum Districts {
    VILLAGE(100),
    TOWN(1_000),
    CITY(10_000),
    COUNTY(100_000),
    STATE(1_000_000);

    /** The seed of the demo and of all published measurements. */
    public static final long SEED = 2026;

    private final int students;

    Districts(int students) {
        this.students = students;
    }

    public int students() {
        return students;
    }

    /** The district of this size from the usual seed. */
    public District district() {
        return District.of(SEED, students);
    }
}
