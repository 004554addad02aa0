package io.pacelight.reporting.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts and states that are valid by default; a test names only what it is about. */
public final class Given {
    public static final String DISTRICT = "d1";
    public static final Instant MONDAY = Instant.parse("2026-09-14T14:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-09-16");

    private Given() {}

    public static StudentState student(String key, StudentFact... facts) {
        return StudentState.unknown(DISTRICT, key).with(List.of(facts));
    }

    public static StudentFact placed(long sequence, String school, String... classes) {
        return new StudentFact.Placed(placement(sequence, List.of(school), true, classes));
    }

    public static StudentFact left(long sequence, String school, String... classes) {
        return new StudentFact.Placed(placement(sequence, List.of(school), false, classes));
    }

    public static Placement placement(long sequence, List<String> schools, boolean active, String... classes) {
        List<Enrolment> enrolments = Arrays.stream(classes)
                .map(classId -> new Enrolment(classId, "course-1", schools.getFirst(), null, null))
                .toList();
        return new Placement(List.of("07"), schools, enrolments, List.of(), active, sequence);
    }

    public static StudentFact judged(long sequence, String competency, int attempts, boolean mastered) {
        return new StudentFact.Judged(competency, competence(sequence, attempts, mastered, Struggle.INDETERMINATE));
    }

    public static StudentFact spinning(long sequence, String competency) {
        return new StudentFact.Judged(competency, competence(sequence, 10, false, Struggle.WHEEL_SPINNING));
    }

    public static Competence competence(long sequence, int attempts, boolean mastered, Struggle struggle) {
        return new Competence(
                BigDecimal.valueOf(mastered ? 3 : 2),
                BigDecimal.valueOf(mastered ? 3 : 2),
                mastered,
                mastered ? MONDAY : null,
                attempts,
                mastered ? 2 : 1,
                2,
                List.of(BigDecimal.valueOf(2)),
                struggle,
                MONDAY,
                mastered,
                sequence);
    }

    public static StudentFact lit(long sequence, String classId, String competency, Pace pace) {
        return lit(sequence, classId, competency, pace, MONDAY);
    }

    public static StudentFact lit(
            long sequence, String classId, String competency, Pace pace, @Nullable Instant targetAt) {
        return new StudentFact.Lit(classId, Map.of(competency, new Light(pace, null, targetAt, 1, sequence)));
    }

    public static StudentFact stalled(long sequence, String classId, @Nullable Cause cause) {
        return new StudentFact.StallChanged(classId, new Stall(cause, cause == null ? null : MONDAY, sequence));
    }

    public static StudentFact conference(
            long sequence, String id, String classId, ConferenceStatus status, Instant openedAt) {
        return new StudentFact.ConferenceChanged(new Conference(
                id,
                classId,
                status,
                Cause.PACING,
                openedAt,
                status == ConferenceStatus.DONE || status == ConferenceStatus.STARTED ? openedAt.plusSeconds(60) : null,
                status.isOpen() ? null : openedAt.plusSeconds(240),
                status == ConferenceStatus.DONE ? "PLAN" : null,
                null,
                null,
                sequence));
    }

    public static StudentFact recorded(String competency, String attempt, Instant at) {
        return new StudentFact.Recorded(competency, evidence(attempt, at));
    }

    public static StudentFact voided(String competency, String attempt) {
        return new StudentFact.Voided(competency, attempt);
    }

    public static Evidence evidence(String attempt, @Nullable Instant assessedAt) {
        return new Evidence(
                attempt,
                Evidence.Kind.SUMMATIVE,
                BigDecimal.valueOf(3),
                null,
                null,
                assessedAt,
                MONDAY,
                0,
                null,
                null,
                null,
                false,
                null,
                1);
    }
}
