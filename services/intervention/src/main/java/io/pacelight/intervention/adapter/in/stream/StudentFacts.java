package io.pacelight.intervention.adapter.in.stream;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.events.ClockCheckRequested;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.Struggle;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.StudentEvent;
import io.pacelight.intervention.application.Told;
import io.pacelight.intervention.domain.Absence;
import io.pacelight.intervention.domain.Enrolled;
import io.pacelight.intervention.domain.Standing;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.Received;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Routes what is told of students to their watches. A watch knows by itself what it holds, so nothing is marked. */
public final class StudentFacts implements BatchHandler {
    private final Predicate<Received.Place> remembers;
    private final Consumer<Received.Place> awaitReference;
    private final BatchHandler fold;

    /**
     * @param remembers whether the record at that place is only read again, so that there is nothing to wait for
     * @param awaitReference returns when the reference book has read the record at that place
     * @param fold folds what {@link #route} made
     */
    public StudentFacts(
            Predicate<Received.Place> remembers, Consumer<Received.Place> awaitReference, BatchHandler fold) {
        this.remembers = remembers;
        this.awaitReference = awaitReference;
        this.fold = fold;
    }

    @Override
    public Map<Received.Place, String> handle(List<Received> events) {
        for (Received received : events)
            if (received.event() instanceof ClockCheckRequested request && !remembers.test(received.place()))
                awaitReference.accept(new Received.Place(
                        request.becauseTopic(), request.becausePartition(), request.becauseOffset()));
        return fold.handle(events);
    }

    /**
     * The input of the student's watch; nothing for what no clock stands on.
     *
     * @param remembered whether it is only read again, during a rebuild
     */
    public static List<Input<Told>> route(Received received, boolean remembered) {
        if (!(received.event() instanceof StudentEvent event)) return List.of();
        long sequence = received.envelope().sequence();
        WatchInput.Fact fact = fact(event, sequence, received.envelope().time());
        if (fact == null) return List.of();
        WatchInput input = remembered ? new WatchInput.Remembered(fact) : fact;
        Instant time = millis(received.envelope().time());
        return List.of(new Input<>(event.key(), received.envelope().id(), null, new Told(input, time)));
    }

    private static WatchInput.@Nullable Fact fact(StudentEvent event, long sequence, Instant time) {
        if (event instanceof StudentChanged student)
            return new WatchInput.EnrolmentsTold(
                    sequence,
                    student.active()
                            ? student.enrolments().stream()
                                    .map(one -> new Enrolled(one.classId(), one.course(), one.begin(), one.end()))
                                    .toList()
                            : List.of());
        if (event instanceof AttendanceRecorded attendance)
            return new WatchInput.AttendanceTold(
                    sequence, attendance.date(), attendance.classId(), absence(attendance));
        if (event instanceof EvidenceJudged judged)
            return new WatchInput.StandingTold(judged.competency(), standing(judged, sequence, time));
        return event instanceof ClockCheckRequested ? new WatchInput.ReferenceMoved() : null;
    }

    private static @Nullable Absence absence(AttendanceRecorded attendance) {
        Integer missed = attendance.minutesMissed();
        if (attendance.status() == AttendanceStatus.PRESENT && (missed == null || missed <= 0)) return null;
        return new Absence(attendance.date(), attendance.classId(), missed);
    }

    private static Standing standing(EvidenceJudged judged, long sequence, Instant time) {
        Instant masteredAt = judged.masteredAt() == null ? time : judged.masteredAt();
        return new Standing(
                sequence,
                Standing.Status.valueOf(judged.status().name()),
                judged.mastered(),
                judged.mastered() ? millis(masteredAt) : null,
                judged.attempts(),
                judged.struggle() == Struggle.WHEEL_SPINNING && !judged.mastered(),
                judged.lastAttemptAt() == null ? null : millis(judged.lastAttemptAt()),
                judged.movedAt() == null ? null : millis(judged.movedAt()));
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
