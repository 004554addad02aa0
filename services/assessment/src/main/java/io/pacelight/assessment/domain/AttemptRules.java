package io.pacelight.assessment.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a raw attempt can be taken, and as what. Everything that is wrong with it is told at once. */
public final class AttemptRules {
    /** Levels of the default scale run from no evidence to exceeds. */
    private static final BigDecimal HIGHEST_LEVEL = BigDecimal.valueOf(4);

    private static final int LONGEST_ID = 200;
    /** Characters of any text that comes with an attempt: an event has to fit into a record. */
    public static final int LONGEST_TEXT = 4_000;

    /** Clocks of tools run a little ahead at times; an assessment of the day after tomorrow is a mistake. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** A year that nobody at school has seen is a slip of the pen, such as 0206 for 2026. */
    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");

    private static final Set<String> TRUE = Set.of("true", "1", "yes");
    private static final Set<String> FALSE = Set.of("false", "0", "no");

    /**
     * Who and what the attempt is about, as far as it is known.
     *
     * @param student the issued key; none if nobody by that name is known
     * @param zone for times without one
     * @param competency the district's own code; none if neither the map nor a crosswalk knows the given one
     */
    public record Context(
            @Nullable String student, ZoneId zone, @Nullable String competency) {}

    /** Where and when the attempt is recorded. */
    public record Recording(
            String district,
            String defaultId,
            Instant at,
            @Nullable String by) {}

    /** Either an attempt, or at least one objection. */
    public record Verdict(@Nullable Attempt attempt, List<Objection> objections) {
        public Verdict {
            objections = List.copyOf(objections);
        }
    }

    private final List<Objection> objections = new ArrayList<>();

    private AttemptRules() {}

    public static Verdict judge(RawAttempt raw, Context context, Recording recording) {
        AttemptRules rules = new AttemptRules();
        Attempt attempt = rules.read(raw, context, recording);
        return new Verdict(rules.objections.isEmpty() ? attempt : null, rules.objections);
    }

    private @Nullable Attempt read(RawAttempt raw, Context context, Recording recording) {
        String id = raw.attemptId() == null ? recording.defaultId() : raw.attemptId();
        if (id.length() > LONGEST_ID || id.indexOf('|') >= 0)
            object("attemptId", "bad-id", "An attempt id has at most " + LONGEST_ID + " characters and no '|'");
        String student = student(raw, context);
        String competency = competency(raw, context);
        AttemptKind kind = kind(raw.kind());
        BigDecimal level = number("level", raw.level());
        BigDecimal score = number("score", raw.score());
        BigDecimal maxScore = number("maxScore", raw.maxScore());
        if (objections.isEmpty()) value(raw, level, score, maxScore);
        Instant assessedAt = assessedAt(raw.assessedAt(), context.zone(), recording.at());
        long ordinal = ordinal(raw);
        boolean assisted = assisted(raw.assisted());
        length("reflection", raw.reflection());
        length("form", raw.form());
        length("format", raw.format());
        length("context", raw.context());
        length("recordedBy", raw.recordedBy());
        if (raw.feedback() != null) {
            length("feedback.strength", raw.feedback().strength());
            length("feedback.gap", raw.feedback().gap());
            length("feedback.nextStep", raw.feedback().nextStep());
        }
        if (student == null || competency == null || kind == null) return null;
        return new Attempt(
                recording.district(),
                id,
                student,
                competency,
                kind,
                level,
                score,
                maxScore,
                assessedAt,
                recording.at(),
                ordinal,
                raw.form(),
                raw.format(),
                raw.context(),
                assisted,
                raw.recordedBy() == null ? recording.by() : raw.recordedBy(),
                raw.feedback(),
                raw.reflection());
    }

    private @Nullable String student(RawAttempt raw, Context context) {
        if (raw.student() == null && raw.studentSourcedId() == null)
            object("student", "missing", "Say who it is: 'student' (the issued key) or 'studentSourcedId'");
        else if (context.student() == null)
            object(
                    raw.student() == null ? "studentSourcedId" : "student",
                    "unknown-student",
                    "No student '" + (raw.student() == null ? raw.studentSourcedId() : raw.student())
                            + "' is in the roster; import the roster first, or mend the id");
        return context.student();
    }

    private @Nullable String competency(RawAttempt raw, Context context) {
        if (raw.competency() == null) object("competency", "missing", "Say which competency it is evidence of");
        else if (context.competency() == null)
            object(
                    "competency",
                    "unknown-competency",
                    "No competency '" + raw.competency()
                            + "' is known; import it, or a crosswalk from its code set to ours");
        return context.competency();
    }

    private @Nullable AttemptKind kind(@Nullable String text) {
        if (text == null) {
            object("kind", "missing", "Say DIAGNOSTIC, FORMATIVE or SUMMATIVE");
            return null;
        }
        for (AttemptKind kind : AttemptKind.values())
            if (kind.name().equals(text.toUpperCase(Locale.ROOT))) return kind;
        object("kind", "unknown-kind", "'" + text + "' is none of DIAGNOSTIC, FORMATIVE, SUMMATIVE");
        return null;
    }

    private void value(
            RawAttempt raw, @Nullable BigDecimal level, @Nullable BigDecimal score, @Nullable BigDecimal maxScore) {
        if (level == null && score == null) {
            object("score", "missing", "Give a 'level', or a 'score' with its 'maxScore'");
        } else if (level != null && score != null) {
            object("level", "two-values", "Give either a 'level' or a 'score', not both");
        } else if (level != null && (level.signum() < 0 || level.compareTo(HIGHEST_LEVEL) > 0)) {
            object("level", "out-of-scale", "Level " + raw.level() + " is not on the scale from 0 to 4");
        } else if (score != null && (maxScore == null || maxScore.signum() <= 0)) {
            object("maxScore", "missing", "A score needs a 'maxScore' above 0");
        } else if (score != null && maxScore != null && (score.signum() < 0 || score.compareTo(maxScore) > 0)) {
            object("score", "out-of-range", "Score " + raw.score() + " is not between 0 and " + raw.maxScore());
        }
    }

    private @Nullable Instant assessedAt(@Nullable String text, ZoneId zone, Instant now) {
        if (text == null) return null;
        Instant at = instant(text, zone);
        if (at == null) {
            object(
                    "assessedAt",
                    "bad-date",
                    "'" + text + "' is no ISO 8601 date or time, such as 2026-10-14, 2026-10-14T09:30:00 or "
                            + "2026-10-14T14:30:00Z");
        } else if (at.isBefore(LONG_AGO)) {
            object("assessedAt", "too-long-ago", "'" + text + "' lies before 1900; look at its year");
        } else if (at.isAfter(now.plus(AHEAD))) {
            object("assessedAt", "in-the-future", "'" + text + "' has not come yet; it is " + now + " in school time");
        }
        return at;
    }

    private static @Nullable Instant instant(String text, ZoneId zone) {
        List<Function<String, Instant>> forms = List.of(
                t -> OffsetDateTime.parse(t).toInstant(),
                t -> LocalDateTime.parse(t).atZone(zone).toInstant(),
                t -> LocalDate.parse(t).atStartOfDay(zone).toInstant());
        for (Function<String, Instant> form : forms) {
            try {
                return form.apply(text);
            } catch (DateTimeException notThisForm) {
                // perhaps the next
            }
        }
        return null;
    }

    private long ordinal(RawAttempt raw) {
        if (raw.ordinal() == null) return raw.row();
        try {
            return Long.parseLong(raw.ordinal());
        } catch (NumberFormatException e) {
            object("ordinal", "bad-number", "'" + raw.ordinal() + "' is no whole number");
            return 0;
        }
    }

    private boolean assisted(@Nullable String text) {
        if (text == null || FALSE.contains(text.toLowerCase(Locale.ROOT))) return false;
        if (TRUE.contains(text.toLowerCase(Locale.ROOT))) return true;
        object("assisted", "bad-boolean", "'" + text + "' is neither true nor false");
        return false;
    }

    private @Nullable BigDecimal number(String field, @Nullable String text) {
        if (text == null) return null;
        try {
            BigDecimal number = text.length() > 40 ? null : new BigDecimal(text);
            if (number != null && Math.abs(number.scale()) <= 20) return number;
        } catch (NumberFormatException notANumber) {
            object(field, "bad-number", "'" + text + "' is no number; write it with a point, such as 2.5");
            return null;
        }
        object(field, "bad-number", "That is no number of sensible length");
        return null;
    }

    private void length(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT)
            object(field, "too-long", "At most " + LONGEST_TEXT + " characters");
    }

    private void object(String field, String code, String message) {
        objections.add(new Objection(field, code, message));
    }
}
