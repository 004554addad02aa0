package io.pacelight.intervention.application;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.Keys;
import io.pacelight.events.PersonChanged;
import io.pacelight.intervention.domain.Cause;
import io.pacelight.intervention.domain.ClassFacts;
import io.pacelight.intervention.domain.ClassTime;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.kit.reference.ReferenceBook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Mails each teacher, at most once on a day with a meeting, how many conferences wait and why; it names no student. It
 * goes out in the morning, or, where nobody waits then, once the first one does, as long as the teacher has a meeting
 * left in which to hold it.
 */
public final class DailyDigest {
    /** Sends one plain mail. */
    @FunctionalInterface
    public interface Mailer {
        /**
         * Hands it to the mail server; whatever else it throws leaves open whether the mail went out.
         *
         * @throws NotSent if it surely was not sent
         */
        void send(String id, String to, String subject, String body) throws NotSent;

        /** The mail surely was not sent, so trying again sends nothing twice. */
        final class NotSent extends RuntimeException {
            private static final long serialVersionUID = 1L;

            private final boolean forGood;

            /** @param forGood whether it was refused for a reason that trying again does not mend */
            public NotSent(Throwable cause, boolean forGood) {
                super(cause);
                this.forGood = forGood;
            }

            boolean isForGood() {
                return forGood;
            }
        }
    }

    /** What was sent; kept for ever and never rebuilt, so that a restart mails nothing twice. */
    public interface SendLedger {
        /** Notes that {@code id} is about to be sent; false if it was noted before. */
        boolean begin(String id, Instant at);

        /** It was surely not sent and may be tried again. */
        void takeBack(String id);
    }

    /** Sends a mail so that the traces of the conferences that it tells of lead to it. */
    @FunctionalInterface
    public interface Following {
        void send(Set<String> conferences, Runnable mail);
    }

    /** How long a teacher whose digest failed is left alone. */
    static final Duration LATER = Duration.ofSeconds(60);

    /** How long a teacher for whom nobody waited is left alone. */
    static final Duration NOBODY_WAITS = Duration.ofMinutes(5);

    private record Teacher(String district, String staff) {}

    private final ReferenceBook book;
    private final ClassBooks classes;
    private final Watches watches;
    private final SendLedger ledger;
    private final Supplier<@Nullable Instant> rebuilt;
    private final Mailer mailer;
    private final LocalTime from;
    private final String link;
    private final Consumer<List<String>> failed;
    private final Following following;
    private final Map<Teacher, LocalDate> done = new HashMap<>();
    private final Map<Teacher, Instant> retries = new HashMap<>();

    /**
     * @param rebuilt when the ledger began anew with the rest of the database, if it ever did: of that day nobody knows
     *     what was sent, so nothing is
     * @param from the time of day, at the school, from which it is sent
     * @param link the page that shows who
     * @param failed is told, after a turn in which some failed, why; the reasons hold no values
     */
    public DailyDigest(
            ReferenceBook book,
            ClassBooks classes,
            Watches watches,
            SendLedger ledger,
            Supplier<@Nullable Instant> rebuilt,
            Mailer mailer,
            LocalTime from,
            String link,
            Consumer<List<String>> failed,
            Following following) {
        this.book = book;
        this.classes = classes;
        this.watches = watches;
        this.ledger = ledger;
        this.rebuilt = rebuilt;
        this.mailer = mailer;
        this.from = from;
        this.link = link;
        this.failed = failed;
        this.following = following;
    }

    /**
     * Sends what is due at {@code now}; what fails for one teacher is that teacher's alone and tried again a minute
     * later. One thread.
     *
     * @return how many mails went out
     */
    public int turn(Instant now) {
        int sent = 0;
        List<String> failures = new ArrayList<>();
        for (Map.Entry<Teacher, List<ClassChanged>> entry : teachers().entrySet()) {
            Teacher teacher = entry.getKey();
            Instant retry = retries.get(teacher);
            if (retry != null && now.isBefore(retry)) continue;
            try {
                LocalDate today = today(teacher, entry.getValue(), now);
                if (today == null) continue;
                Outcome outcome = send(teacher, entry.getValue(), today, now, failures);
                if (outcome == Outcome.SENT) sent++;
                if (outcome == Outcome.NOBODY_WAITS) {
                    retries.put(teacher, now.plus(NOBODY_WAITS));
                    continue;
                }
                done.put(teacher, today);
                retries.remove(teacher);
            } catch (RuntimeException e) {
                retries.put(teacher, now.plus(LATER));
                failures.add(reason(e));
                if (Thread.currentThread().isInterrupted()) break;
            }
        }
        if (!failures.isEmpty()) failed.accept(failures);
        return sent;
    }

    /** Names what was thrown, never its message: that may hold an address. */
    private static String reason(RuntimeException e) {
        Throwable cause = e.getCause();
        String name = e.getClass().getSimpleName();
        return cause == null ? name : name + " by " + cause.getClass().getSimpleName();
    }

    private Map<Teacher, List<ClassChanged>> teachers() {
        Map<Teacher, List<ClassChanged>> teachers = new HashMap<>();
        for (ClassChanged known : book.all(ClassChanged.class)) {
            if (!known.active()) continue;
            for (ClassTeacher teacher : known.teachers())
                teachers.computeIfAbsent(new Teacher(known.district(), teacher.staff()), ignored -> new ArrayList<>())
                        .add(known);
        }
        return teachers;
    }

    /** The day at the school if the teacher has a meeting left on it and its digest is due and not settled yet. */
    private @Nullable LocalDate today(Teacher teacher, List<ClassChanged> own, Instant now) {
        for (ClassChanged known : own) {
            ClassFacts facts = classes.of(teacher.district()).find(known.classId());
            if (facts == null) continue;
            ZonedDateTime local = now.atZone(facts.time().zone());
            if (local.toLocalTime().isBefore(from) || local.toLocalDate().equals(done.get(teacher))) return null;
            Instant anew = rebuilt.get();
            if (anew != null
                    && !local.toLocalDate()
                            .isAfter(anew.atZone(facts.time().zone()).toLocalDate())) return null;
            if (meetsStill(facts.time(), now, local.toLocalDate()) && teaches(known, teacher, local.toLocalDate()))
                return local.toLocalDate();
        }
        return null;
    }

    private static boolean meetsStill(ClassTime time, Instant now, LocalDate date) {
        ClassTime.Sitting next = time.currentOrNext(now);
        return next != null && next.date().equals(date);
    }

    private static boolean teaches(ClassChanged known, Teacher teacher, LocalDate date) {
        for (ClassTeacher one : known.teachers())
            if (one.staff().equals(teacher.staff())
                    && (one.begin() == null || !date.isBefore(one.begin()))
                    && (one.end() == null || !date.isAfter(one.end()))) return true;
        return false;
    }

    private enum Outcome {
        SENT,
        NOBODY_WAITS,
        NOT_TODAY
    }

    private Outcome send(Teacher teacher, List<ClassChanged> own, LocalDate date, Instant now, List<String> failures) {
        String to = book.find(PersonChanged.class, Keys.of(teacher.district(), teacher.staff()))
                .filter(PersonChanged::active)
                .map(PersonChanged::email)
                .orElse(null);
        if (to == null || to.isBlank()) return Outcome.NOT_TODAY;
        Map<String, ClassChanged> byId = new TreeMap<>();
        for (ClassChanged known : own) if (teaches(known, teacher, date)) byId.put(known.classId(), known);
        Map<String, Counts> counts = counts(teacher.district(), byId.keySet());
        if (counts.isEmpty()) return Outcome.NOBODY_WAITS;
        String id = teacher.district() + "|" + teacher.staff() + "|" + date;
        DigestText text = new DigestText(byId, counts, link);
        Set<String> conferences = new HashSet<>();
        for (Counts of : counts.values()) conferences.addAll(of.ids);
        if (!ledger.begin(id, now)) return Outcome.NOT_TODAY;
        try {
            following.send(conferences, () -> mailer.send(id, to, text.subject(), text.body()));
            return Outcome.SENT;
        } catch (Mailer.NotSent e) {
            if (e.isForGood()) {
                failures.add("refused for good, given up for the day: " + reason(e));
                return Outcome.NOT_TODAY;
            }
            // whatever else is thrown leaves it noted: better no mail on one day than the same one twice
            ledger.takeBack(id);
            throw e;
        }
    }

    /** How many conferences of a class wait, and for which reasons. */
    static final class Counts {
        private final Set<String> ids = new HashSet<>();
        private final Map<Cause, Integer> reasons = new EnumMap<>(Cause.class);

        int conferences() {
            return ids.size();
        }

        Map<Cause, Integer> reasons() {
            return reasons;
        }
    }

    private Map<String, Counts> counts(String district, Collection<String> own) {
        Map<String, Counts> counts = new TreeMap<>();
        Set<String> wanted = new HashSet<>(own);
        for (Watches.Stored stored : watches.waitingIn(district, own))
            for (Conference conference : stored.watch().conferences()) {
                if (!conference.state().isOpen() || !wanted.contains(conference.classId())) continue;
                Counts of = counts.computeIfAbsent(conference.classId(), ignored -> new Counts());
                of.ids.add(conference.id());
                for (Reason reason : stored.watch().reasonsOf(conference.id()))
                    if (reason.isOpen()) of.reasons.merge(reason.cause(), 1, Integer::sum);
            }
        return counts;
    }
}
