package io.pacelight.dashboard.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who to see in a class, in the queue’s order, and how many of them fit into the meeting. */
public record ConferenceQueue(@Nullable Meeting meeting, int offered, List<Conference> conferences) {

    public ConferenceQueue {
        conferences = Lists.orEmpty(conferences);
    }

    /** The meeting that runs or comes next; minutes of class time. */
    public record Meeting(
            Instant startsAt,
            Instant endsAt,
            int minutes,
            @Nullable String period,
            boolean inProgress) {}

    /** One open task of one student; stuckMinutes counts class time. */
    public record Conference(
            String id,
            String studentId,
            Standing state,
            Cause cause,
            String whyNow,
            List<String> competencies,
            int stuckMinutes,
            @Nullable Instant openedAt,
            boolean offered,
            @Nullable String startedBy,
            @Nullable String prefilledNextStep) {
        public Conference {
            state = state == null ? Standing.OPEN : state;
            cause = cause == null ? Cause.PACING : cause;
            competencies = Lists.orEmpty(competencies);
        }
    }

    /** What can still happen to a task in the queue depends on it. */
    public enum Standing {
        OPEN,
        STARTED,
        SNOOZED
    }

    /** How a conference ended. */
    public enum Outcome {
        RETEACH,
        PLAN,
        UNSTUCK,
        REFER,
        OTHER
    }

    public List<Conference> first() {
        return conferences.stream().filter(ConferenceQueue::now).toList();
    }

    public List<Conference> rest() {
        return conferences.stream().filter(c -> !now(c)).toList();
    }

    private static boolean now(Conference c) {
        return c.offered() || c.state() == Standing.STARTED;
    }
}
