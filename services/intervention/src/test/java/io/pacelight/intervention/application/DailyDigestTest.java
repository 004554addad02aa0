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
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a teacher is mailed, and that it is mailed once. */
class DailyDigestTest {
    private static final String OKAFOR = "okafor@example.test";

    private final List<String> mails = new ArrayList<>();
    private final Set<String> ledger = new HashSet<>();
    private final List<String> tried = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> staff = new ArrayList<>(List.of("okafor"));
    private final Set<String> refused = new HashSet<>();
    private boolean lineBreaks;
    private boolean ledgerDown;
    private final OneWaiting watches = new OneWaiting(SampleClass.secondMeetingEnds());
    private final Instant morning = SampleClass.secondMeetingEnds().plusSeconds(86_400 - 5_400);
    private @Nullable Instant rebuilt;
    private boolean forGood;

    private DailyDigest digest() {
        return new DailyDigest(
                new Book(staff),
                district -> SampleClass.book(),
                watches,
                new DailyDigest.SendLedger() {
                    @Override
                    public boolean begin(String id, Instant at) {
                        if (ledgerDown) throw new IllegalStateException("no store");
                        return ledger.add(id);
                    }

                    @Override
                    public void takeBack(String id) {
                        ledger.remove(id);
                    }
                },
                () -> rebuilt,
                (id, to, subject, body) -> {
                    tried.add(to);
                    if (refused.contains(to))
                        throw new DailyDigest.Mailer.NotSent(new IOException("550 " + to), forGood);
                    mails.add(to + "\n" + subject + "\n" + body);
                    if (lineBreaks) throw new IllegalStateException("no answer");
                },
                LocalTime.of(7, 0),
                "https://pacelight.example/",
                failures::addAll,
                (conferences, mail) -> mail.run());
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
        refused.add(OKAFOR);
        assertThat(digest.turn(morning)).isZero();
        refused.clear();
        assertThat(digest.turn(morning.plusSeconds(60))).isEqualTo(1);
        assertThat(digest.turn(morning.plusSeconds(3 * 86_400))).as("Saturday").isZero();
    }

    @Test
    void an_address_that_is_refused_costs_the_others_nothing_and_is_tried_once_a_minute() {
        staff.addAll(List.of("webb", "diaz"));
        DailyDigest digest = digest();
        refused.add(OKAFOR);

        assertThat(digest.turn(morning)).isEqualTo(2);
        assertThat(mails).noneMatch(mail -> mail.startsWith(OKAFOR)).hasSize(2);
        assertThat(failures).containsExactly("NotSent by IOException");
        for (int second = 1; second < 60; second++) digest.turn(morning.plusSeconds(second));
        assertThat(tried).hasSize(3);

        refused.clear();
        assertThat(digest.turn(morning.plusSeconds(60))).isEqualTo(1);
        assertThat(mails).hasSize(3).last().asString().startsWith(OKAFOR);
    }

    @Test
    void a_store_that_fails_delays_the_mail_and_does_not_lose_it() {
        DailyDigest digest = digest();
        watches.down = true;
        assertThat(digest.turn(morning)).isZero();
        watches.down = false;
        ledgerDown = true;
        assertThat(digest.turn(morning.plusSeconds(60))).isZero();
        ledgerDown = false;

        assertThat(digest.turn(morning.plusSeconds(119))).isZero();
        assertThat(digest.turn(morning.plusSeconds(120))).isEqualTo(1);
        assertThat(mails).hasSize(1);
        assertThat(failures).containsExactly("IllegalStateException", "IllegalStateException");
    }

    @Test
    void a_mail_that_may_have_gone_out_is_not_sent_again() {
        DailyDigest digest = digest();
        lineBreaks = true;
        digest.turn(morning);
        lineBreaks = false;
        digest.turn(morning.plusSeconds(60));
        digest().turn(morning.plusSeconds(120));

        assertThat(tried).containsExactly(OKAFOR);
        assertThat(failures).containsExactly("IllegalStateException");
    }

    @Test
    void an_address_that_is_refused_for_good_is_given_up_for_the_day() {
        DailyDigest digest = digest();
        refused.add(OKAFOR);
        forGood = true;
        digest.turn(morning);
        digest.turn(morning.plusSeconds(120));
        digest().turn(morning.plusSeconds(240));

        assertThat(tried).containsExactly(OKAFOR);
        assertThat(failures).containsExactly("refused for good, given up for the day: NotSent by IOException");
        refused.clear();
        assertThat(digest.turn(morning.plusSeconds(86_400))).as("the next day").isEqualTo(1);
    }

    @Test
    void where_nobody_waits_in_the_morning_it_goes_out_once_somebody_does_before_the_last_meeting_ends() {
        watches.nobody = true;
        DailyDigest digest = digest();
        digest.turn(morning);
        digest.turn(morning.plusSeconds(299));
        assertThat(watches.asked).isEqualTo(1);

        watches.nobody = false;
        assertThat(digest.turn(morning.plusSeconds(300))).isEqualTo(1);
        assertThat(digest.turn(morning.plusSeconds(900))).isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void after_the_last_meeting_nobody_is_told_of_whom_to_see() {
        assertThat(digest().turn(morning.plusSeconds(5_400))).isZero();
        assertThat(mails).isEmpty();
    }

    @Test
    void on_the_day_of_a_rebuild_nobody_knows_what_was_sent_so_nothing_is() {
        rebuilt = morning.minusSeconds(3_600);
        DailyDigest digest = digest();

        assertThat(digest.turn(morning)).isZero();
        assertThat(digest.turn(morning.plusSeconds(86_400))).isEqualTo(1);
    }

    private static final class OneWaiting implements Watches {
        private final Stored stored;
        private boolean down;
        private boolean nobody;
        private int asked;

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
            asked++;
            if (down) throw new IllegalStateException("no store");
            return nobody ? List.of() : List.of(stored);
        }

        @Override
        public int heldSince(String district, String staff, Instant since, Instant now) {
            return 0;
        }

        @Override
        public void studentsIn(String district, Collection<String> classes, Consumer<List<String>> some) {}

        @Override
        public List<Due> due(Instant now, Collection<Integer> own, int partitions, int limit) {
            return List.of();
        }

        @Override
        public long countDue(Instant now) {
            return 0;
        }
    }

    private static final class Book implements ReferenceBook {
        private final List<String> staff;

        Book(List<String> staff) {
            this.staff = staff;
        }

        private ClassChanged math() {
            return new ClassChanged(
                    "d1",
                    SampleClass.ID,
                    "Math 8",
                    "course",
                    "s1",
                    List.of("t1"),
                    List.of("3"),
                    null,
                    staff.stream()
                            .map(name -> new ClassTeacher(name, true, null, null))
                            .toList(),
                    true);
        }

        private static PersonChanged teacher(String name) {
            return new PersonChanged(
                    "d1", name, PersonKind.STAFF, "x", name, "Ada", "Okafor", name + "@example.test", true);
        }

        @Override
        public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
            return kind == PersonChanged.class
                    ? Optional.of(kind.cast(teacher(key.substring(key.indexOf('|') + 1))))
                    : Optional.empty();
        }

        @Override
        public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
            return List.of(kind.cast(math()));
        }

        @Override
        public void follow(Consumer<ReferenceEvent> follower) {}

        @Override
        public void awaitRead(Received.Place place) {}
    }
}
