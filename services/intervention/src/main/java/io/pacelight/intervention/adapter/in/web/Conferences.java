package io.pacelight.intervention.adapter.in.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pacelight.intervention.application.ClassConferences;
import io.pacelight.intervention.domain.Cause;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.ConferenceView;
import io.pacelight.intervention.domain.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conferences of a class as they are answered.
 *
 * @param now school time
 * @param offered how many fit in the meeting
 */
public record Conferences(
        @JsonProperty("class") ClassRef of,
        Instant now,
        @Nullable MeetingRow meeting,
        int offered,
        List<Row> conferences) {

    /** Which class it is about. */
    public record ClassRef(String id) {}

    /** The current or next meeting. */
    public record MeetingRow(
            Instant startsAt,
            Instant endsAt,
            long minutes,
            @Nullable String period,
            boolean inProgress) {}

    /** One reason of a conference; {@code kind} is PACING, STALL or PROMISE. */
    public record ReasonRow(
            String id, String target, String kind, @Nullable String competency, int episode, Instant struckAt) {}

    /** One conference. */
    public record Row(
            String id,
            String studentId,
            String classId,
            Conference.State state,
            Cause cause,
            int tier,
            String whyNow,
            List<String> competencies,
            List<ReasonRow> reasons,
            long stuckMinutes,
            Instant openedAt,
            boolean offered,
            @Nullable String startedBy,
            @Nullable Instant snoozedUntil,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            @Nullable String nextStep,
            long version,
            String prefilledNextStep) {

        static Row of(ClassConferences.Row row) {
            ConferenceView view = row.view();
            Conference conference = view.conference();
            boolean started = conference.state() == Conference.State.STARTED;
            return new Row(
                    conference.id(),
                    row.student(),
                    conference.classId(),
                    conference.state(),
                    view.cause(),
                    view.tier(),
                    view.whyNow(),
                    List.copyOf(view.competencies()),
                    reasons(view),
                    view.stuck().toMinutes(),
                    conference.openedAt(),
                    row.offered(),
                    started ? conference.by() : null,
                    conference.snoozedUntil(),
                    conference.closedAt(),
                    conference.outcome(),
                    conference.nextStep(),
                    row.version(),
                    view.prefilledNextStep());
        }

        private static List<ReasonRow> reasons(ConferenceView view) {
            return view.reasons().stream()
                    .filter(reason ->
                            reason.isOpen() || !view.conference().state().isOpen())
                    .map(reason -> new ReasonRow(
                            reason.id(),
                            reason.target(),
                            kind(reason),
                            reason.competency(),
                            reason.episode(),
                            reason.struckAt()))
                    .toList();
        }

        private static String kind(Reason reason) {
            if (reason.isPacing()) return "PACING";
            return reason.isStall() ? "STALL" : "PROMISE";
        }
    }
}
