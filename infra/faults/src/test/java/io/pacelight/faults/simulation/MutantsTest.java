package io.pacelight.faults.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pacelight.intervention.application.Backlog;
import io.pacelight.kit.state.Stamp;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.Positions;
import io.pacelight.progression.application.JudgeInput;
import io.pacelight.progression.application.MasteryMachine;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.mastery.Mastery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A simulation that could not fail would prove nothing: with one of the defences taken out, it must fail. */
class MutantsTest {
    private static final long SEEDS = 1_000;

    private static Violation violationWith(Parts wrong) {
        return catchThrowableOfType(Violation.class, () -> Seeds.run(SEEDS, seed -> Simulation.run(seed, wrong)));
    }

    @Test
    void without_the_inbox_check_an_attempt_counts_twice() {
        Violation violation = violationWith(new Parts() {
            @Override
            StateMachine<Mastery, JudgeInput> judging() {
                return misled((state, attempt) -> {
                    long known = state.portfolio().attempts().stream()
                            .filter(one -> one.id().startsWith(attempt.id()))
                            .count();
                    return known == 0 ? attempt : renamed(attempt, attempt.id() + " again " + known);
                });
            }
        });
        assertThat(violation).isNotNull();
        assertThat(violation.invariant()).isIn("I1", "I2");
    }

    @Test
    void without_the_sort_of_evidence_the_order_of_arrival_decides() {
        Violation violation = violationWith(new Parts() {
            @Override
            StateMachine<Mastery, JudgeInput> judging() {
                return misled((state, attempt) ->
                        arrived(attempt, state.portfolio().attempts().size()));
            }
        });
        assertThat(violation).isNotNull();
        assertThat(violation.invariant()).isIn("I2", "I3");
    }

    @Test
    void with_the_offset_committed_before_the_effect_records_are_lost() {
        Violation violation = violationWith(new Parts() {
            @Override
            Subscription subscription(World world, Group group, EventStream stream, Positions positions) {
                return new Subscription(world, group, stream, positions) {
                    @Override
                    void handle(List<FakeLog.Entry> poll) {
                        commit(poll);
                        take(poll);
                    }
                };
            }
        });
        assertThat(violation).isNotNull();
        assertThat(violation.invariant()).isIn("I1", "I2", "I3");
    }

    @Test
    void without_the_version_guard_somebodys_write_is_lost() {
        Violation violation = violationWith(new Parts() {
            @Override
            <S> FakeStore<S> store(World world, String name) {
                return new FakeStore<>(world, name) {
                    @Override
                    boolean guardLets(StateDocument<S> document, @Nullable StateDocument<S> stored) {
                        return true;
                    }
                };
            }
        });
        assertThat(violation).isNotNull();
    }

    @Test
    void a_writer_that_does_not_carry_forward_what_is_untold_loses_events() {
        Violation violation = violationWith(new Parts() {
            @Override
            <S> FakeStore<S> store(World world, String name) {
                return new FakeStore<>(world, name) {
                    @Override
                    public Map<String, StateDocument<S>> load(Collection<String> ids, Predicate<Stamp> told) {
                        Map<String, StateDocument<S>> loaded = new TreeMap<>(super.load(ids, told));
                        loaded.replaceAll((id, document) -> document.leaving(List.of()));
                        return loaded;
                    }
                };
            }
        });
        assertThat(violation).isNotNull();
        assertThat(violation.invariant()).isIn("I2", "I3", "I6");
    }

    @Test
    void a_note_that_runs_ahead_of_what_is_told_loses_events() {
        Violation violation = violationWith(new Parts() {
            @Override
            <S> FakeStore<S> store(World world, String name) {
                return new FakeStore<>(world, name) {
                    @Override
                    public void note(String writer, long toldUpTo) {
                        super.note(writer, toldUpTo + 2);
                    }
                };
            }
        });
        assertThat(violation).isNotNull();
        assertThat(violation.invariant()).isIn("I2", "I3", "I6");
    }

    @Test
    void a_clock_that_does_not_wait_for_the_backlog_strikes_whom_it_should_not() {
        Violation violation = violationWith(new Parts() {
            @Override
            Backlog backlog(World world, Positions positions, String binding, List<String> topics) {
                return new LogBacklog(world, positions, binding, topics) {
                    @Override
                    public Set<Integer> handledBeyond(Mark mark) {
                        return owned();
                    }
                };
            }
        });
        assertThat(violation).isNotNull();
        assertThat(violation.invariant()).isEqualTo("I3");
    }

    @Test
    void without_the_last_word_a_compacted_topic_keeps_an_older_fact() {
        Violation violation = violationWith(new Parts() {
            @Override
            BatchHandler lastWord(List<StateFolder<?, ?>> folders) {
                return events -> Map.of();
            }
        });
        assertThat(violation).isNotNull();
        assertThat(violation.invariant()).isEqualTo("latest");
    }

    private static StateMachine<Mastery, JudgeInput> misled(BiFunction<Mastery, Attempt, Attempt> wrong) {
        MasteryMachine right = new MasteryMachine();
        return new StateMachine<>() {
            @Override
            public Mastery initial(String document) {
                return right.initial(document);
            }

            @Override
            public Step<Mastery> apply(Mastery state, JudgeInput input) {
                List<Attempt> attempts = new ArrayList<>();
                for (Attempt attempt : input.attempts()) attempts.add(wrong.apply(state, attempt));
                return right.apply(state, JudgeInput.judged(input.key(), attempts, input.rules(), input.at()));
            }
        };
    }

    private static Attempt renamed(Attempt attempt, String id) {
        return copy(attempt, id, attempt.assessedAt(), attempt.recordedAt(), attempt.ordinal());
    }

    private static Attempt arrived(Attempt attempt, long place) {
        return copy(attempt, attempt.id(), null, Instant.EPOCH, place);
    }

    private static Attempt copy(
            Attempt attempt, String id, @Nullable Instant assessedAt, Instant recordedAt, long ordinal) {
        return new Attempt(
                id,
                attempt.revision(),
                attempt.voided(),
                attempt.kind(),
                attempt.form(),
                attempt.format(),
                attempt.context(),
                attempt.assisted(),
                attempt.score(),
                assessedAt,
                recordedAt,
                ordinal);
    }
}
