package io.pacelight.faults.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Another number of seeds: {@code -Dpacelight.seeds=100000}. One seed again, with all of its steps: {@code -Dpacelight.seed=N}. */
class SimulationTest {
    private static final long SEEDS = Long.getLong("pacelight.seeds", 1_000);

    @Test
    void whatever_breaks_nothing_is_lost_and_nothing_happens_twice() {
        Long again = Long.getLong("pacelight.seed");
        if (again != null) {
            Simulation.run(again);
            return;
        }
        Census census = Seeds.run(SEEDS, Simulation::run);

        assertThat(census.faults())
                .as("every kind of fault")
                .allSatisfy((fault, count) -> assertThat(count).as(fault).isPositive());
        assertThat(census.crashes())
                .as("a crash at every point")
                .allSatisfy((point, count) -> assertThat(count).as(point).isPositive());
        System.out.printf(
                "%,d seeds, %,d steps%nfaults  %s%ncrashes %s%n",
                SEEDS, census.steps(), census.faults(), census.crashes());
    }

    @Test
    void a_seed_is_the_same_run_every_time() {
        for (long seed = 1; seed <= 5; seed++)
            assertThat(Simulation.run(seed).fingerprint())
                    .as("seed %s", seed)
                    .isEqualTo(Simulation.run(seed).fingerprint());
    }

    @Test
    void two_seeds_are_two_runs() {
        assertThat(Simulation.run(1).fingerprint())
                .isNotEqualTo(Simulation.run(2).fingerprint());
    }
}
