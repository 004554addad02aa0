package io.pacelight.progression.domain.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds an attempt that is valid by default: an independent summative at 3, without form, context or date. */
public record Shown(
        String id,
        long revision,
        boolean voided,
        Kind kind,
        @Nullable String form,
        @Nullable String format,
        @Nullable String context,
        boolean assisted,
        Score score,
        @Nullable Instant assessedAt,
        Instant recordedAt,
        long ordinal) {
    public static final ZoneId ZONE = ZoneId.of("America/Chicago");
    public static final Instant RECORDED = Instant.parse("2022-06-01T12:00:00Z");
    public static final Instant MON = Instant.parse("2022-05-09T15:00:00Z");
    public static final Instant TUE = Instant.parse("2022-05-10T15:00:00Z");
    public static final Instant WED = Instant.parse("2022-05-11T15:00:00Z");
    public static final Instant THU = Instant.parse("2022-05-12T15:00:00Z");
    public static final Instant FRI = Instant.parse("2022-05-13T15:00:00Z");

    public static Shown attempt(String id) {
        return new Shown(id, 0, false, Kind.SUMMATIVE, null, null, null, false, rubric("3"), null, RECORDED, 0);
    }

    /** Summative scores one after the other, as one batch of undated rows. */
    public static List<Attempt> scores(int... levels) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            attempts.add(attempt("a" + i).level(levels[i]).ordinal(i).get());
        }
        return attempts;
    }

    /** The same as evidence. */
    public static List<Evidence> evidence(int... levels) {
        return Portfolio.of(scores(levels)).evidence(Scale.DEFAULT);
    }

    public static List<Evidence> evidence(Shown... attempts) {
        return Portfolio.of(List.of(attempts).stream().map(Shown::get).toList()).evidence(Scale.DEFAULT);
    }

    public static Score rubric(String level) {
        return new Score.Rubric(Level.of(level));
    }

    public static Score points(String score, String max) {
        return new Score.Points(new BigDecimal(score), new BigDecimal(max));
    }

    public Attempt get() {
        return new Attempt(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown level(int level) {
        return score(Shown.rubric(String.valueOf(level)));
    }

    public Shown score(Score score) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown kind(Kind kind) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown form(String form) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown format(String format) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown context(String context) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown withHelp() {
        return new Shown(
                id, revision, voided, kind, form, format, context, true, score, assessedAt, recordedAt, ordinal);
    }

    public Shown on(Instant assessedAt) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown recorded(Instant recordedAt) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown ordinal(long ordinal) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown corrected(long revision) {
        return new Shown(
                id, revision, voided, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }

    public Shown takenBack(long revision) {
        return new Shown(
                id, revision, true, kind, form, format, context, assisted, score, assessedAt, recordedAt, ordinal);
    }
}
