package io.pacelight.dashboard.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one student: competencies with their evidence, newest first, and conferences. */
public record StudentRecord(
        String id,
        String name,
        @Nullable String grade,
        List<Named> schools,
        List<ClassRef> classes,
        List<Competency> competencies,
        List<Conference> conferences,
        Instant asOf) {

    public StudentRecord {
        schools = Lists.orEmpty(schools);
        classes = Lists.orEmpty(classes);
        competencies = Lists.orEmpty(competencies);
        conferences = Lists.orEmpty(conferences);
    }

    /** A class the student is in. */
    public record ClassRef(String id, String title) {}

    /** One competency of the student. */
    public record Competency(
            String code,
            String name,
            @Nullable String iCan,
            State state,
            @Nullable Double level,
            int attempts,
            @Nullable String progress,
            Pace pace,
            @Nullable Instant masteredAt,
            List<Double> recent,
            List<Evidence> evidence) {
        public Competency {
            state = state == null ? State.NONE : state;
            pace = pace == null ? Pace.NONE : pace;
            recent = Lists.orEmpty(recent);
            evidence = Lists.orEmpty(evidence);
        }
    }

    /** One attempt as it counts. */
    public record Evidence(
            String attemptId,
            @Nullable Instant assessedAt,
            Instant recordedAt,
            @Nullable Kind kind,
            @Nullable Double level,
            @Nullable String formId,
            @Nullable String format,
            @Nullable String context,
            boolean assisted,
            @Nullable Double score,
            @Nullable Double maxScore,
            @Nullable Feedback feedback) {

        public Instant when() {
            return assessedAt == null ? recordedAt : assessedAt;
        }
    }

    /** What an attempt was for. */
    public enum Kind {
        DIAGNOSTIC,
        FORMATIVE,
        SUMMATIVE
    }

    /** What the student was told. */
    public record Feedback(
            @Nullable String strength,
            @Nullable String gap,
            @Nullable String nextStep) {}

    /** A conference held or open. */
    public record Conference(
            String id,
            @Nullable String state,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            @Nullable String nextStep) {}

    public Optional<Competency> competency(String code) {
        return competencies.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
