package io.pacelight.intervention.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.intervention.domain.SampleClass;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchDecider;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.stream.Received;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a teacher is mailed, and that it is mailed once. */
class DailyDigestTest {
    private final List<String> mails = new ArrayList<>();
    private final Set<String> ledger = new HashSet<>();
    private boolean serverDown;
    private final Instant morning = SampleClass.secondMeetingEnds().plusSeconds(86_400);

    private DailyDigest digest() {
        return new DailyDigest(
                new Book(),
                district -> SampleClass.book(),
                new OneWaiting(morning),
                new DailyDigest.SendLedger() {
                    @Override
                    public boolean begin(String id, Instant at) {
                        return ledger.add(id);
                    }

                    @Override
                    public void takeBack(String id) {
                        ledger.remove(id);
                    }
                },
                (id, to, subject, body) -> {
                    if (serverDown) throw new IllegalStateException("no server");
                    mails.add(to + "\n" + subject + "\n" + body);
                },
                LocalTime.of(7, 0),
                "https://pacelight.example/");
    }

    @Test
    void it_tells_counts_and_reasons_and_no_student() {
        assertThat(digest().turn(morning)).isEqualTo(1);

        assertThat(mails).containsExactly("""
                okafor@example.test
                One conference waits in your classes
                Good morning,

                one three-minute conference waits:

                  Math 8, period 3: 1 conference (1 target missed)

                Who it is, and why now:
                https://pacelight.example/

                This mail comes on school days when somebody waits for you.
                """);
    }

    @Test
    void it_goes_out_once_a_day_also_after_a_restart() {
        DailyDigest first = digest();
        first.turn(morning);
        first.turn(morning.plusSeconds(60));
        digest().turn(morning.plusSeconds(120));

        assertThat(mails).hasSize(1);
    }

    @Test
    void it_waits_for_the_morning_and_for_the_mail_server() {
        DailyDigest digest = digest();
        assertThat(digest.turn(morning.minusSeconds(3 * 3600))).isZero();
        serverDown = true;
        try {
            digest.turn(morning);
        } catch (IllegalStateException expected) {
            serverDown = false;
        }
        assertThat(digest.turn(morning)).isEqualTo(1);
        assertThat(digest.turn(morning.plusSeconds(3 * 86_400))).as("Saturday").isZero();
    }

    private static final class OneWaiting implements Watches {
        private final Stored stored;

        OneWaiting(Instant now) {
            WatchDecider decider = new WatchDecider(SampleClass.book());
            StudentWatch watch = decider.fold(
                            StudentWatch.of("d1", "stu_1"),
                            List.of(
                                    new WatchInput.EnrolmentsTold(
                                            1,
                                            List.of(new io.pacelight.intervention.domain.Enrolled(
                                                    SampleClass.ID, "course", null, null))),
                                    new WatchInput.TimePassed(now)))
                    .state();
            stored = new Stored(watch, 1);
        }

        @Override
        public Stored find(String district, String student) {
            return stored;
        }

        @Override
        public List<Stored> waitingIn(String district, Collection<String> classes) {
            return List.of(stored);
        }

        @Override
        public int heldSince(String district, String staff, Instant since, Instant now) {
            return 0;
        }

        @Override
        public void studentsIn(String district, Collection<String> classes, Consumer<List<String>> some) {}

        @Override
        public List<String> due(Instant now, Collection<Integer> own, int partitions, int limit) {
            return List.of();
        }
    }

    private static final class Book implements ReferenceBook {
        private final ClassChanged math = new ClassChanged(
                "d1",
                SampleClass.ID,
                "Math 8",
                "course",
                "s1",
                List.of("t1"),
                List.of("3"),
                null,
                List.of(new ClassTeacher("stf_1", true, null, null)),
                true);
        private final PersonChanged teacher = new PersonChanged(
                "d1", "stf_1", PersonKind.STAFF, "x", "okafor", "Ada", "Okafor", "okafor@example.test", true);

        @Override
        public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
            return kind == PersonChanged.class ? Optional.of(kind.cast(teacher)) : Optional.empty();
        }

        @Override
        public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
            return List.of(kind.cast(math));
        }

        @Override
        public void follow(Consumer<ReferenceEvent> follower) {}

        @Override
        public void awaitRead(Received.Place place) {}
    }
}
