package io.pacelight.dashboard.application;

import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.ConferenceQueue;
import io.pacelight.dashboard.domain.Judgement;
import io.pacelight.dashboard.domain.State;
import io.pacelight.dashboard.domain.StudentRecord;
import io.pacelight.dashboard.domain.Summary;
import io.pacelight.dashboard.domain.Viewer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What each page reads; the questions of one page are asked at the same time. */
public final class ReadPages {

    private final Reporting reporting;
    private final Conferences conferences;
    private final Judgements judgements;
    private final Executor executor;

    public ReadPages(Reporting reporting, Conferences conferences, Judgements judgements, Executor executor) {
        this.reporting = reporting;
        this.conferences = conferences;
        this.judgements = judgements;
        this.executor = executor;
    }

    /** The class before the bell: whom to see, and how the class stands. */
    public record NextBell(Part<ClassGrid> grid, Part<ConferenceQueue> queue) {}

    /** One cell of the grid, opened. */
    public record Evidence(Part<ClassGrid> grid, Part<StudentRecord> student, Part<Judgement> judgement) {}

    public Part<Viewer> viewer(Caller caller) {
        return Part.of(() -> {
            try {
                return reporting.viewer(caller);
            } catch (Refusal refusal) {
                if (refusal.reason() == Refusal.Reason.NOT_FOUND) {
                    throw new Refusal(Refusal.Reason.UNKNOWN_PERSON, refusal.service(), refusal.detail(), refusal);
                }
                throw refusal;
            }
        });
    }

    public NextBell nextBell(Caller caller, String classId) {
        CompletableFuture<Part<ClassGrid>> grid = ask(() -> reporting.grid(caller, classId));
        CompletableFuture<Part<ConferenceQueue>> queue = ask(() -> conferences.queue(caller, classId));
        return new NextBell(await(grid), await(queue));
    }

    /** Of these classes the one that meets now, else the one that meets next; the first where no meeting is known. */
    public Optional<String> meetsNext(Caller caller, List<String> classIds) {
        Map<String, CompletableFuture<Part<ConferenceQueue>>> queues = new LinkedHashMap<>();
        classIds.forEach(id -> queues.put(id, ask(() -> conferences.queue(caller, id))));
        String next = null;
        Instant soonest = Instant.MAX;
        for (Map.Entry<String, CompletableFuture<Part<ConferenceQueue>>> entry : queues.entrySet()) {
            ConferenceQueue queue = await(entry.getValue()).orNull();
            ConferenceQueue.Meeting meeting = queue == null ? null : queue.meeting();
            if (meeting != null && meeting.startsAt().isBefore(soonest)) {
                soonest = meeting.startsAt();
                next = entry.getKey();
            }
        }
        return next == null ? classIds.stream().findFirst() : Optional.of(next);
    }

    public Part<ClassGrid> grid(Caller caller, String classId) {
        return Part.of(() -> reporting.grid(caller, classId));
    }

    public Evidence evidence(Caller caller, String classId, String studentId, String code) {
        CompletableFuture<Part<ClassGrid>> grid = ask(() -> reporting.grid(caller, classId));
        CompletableFuture<Part<StudentRecord>> student = ask(() -> reporting.student(caller, studentId));
        CompletableFuture<Part<Judgement>> judgement = ask(() -> judgedOrNone(caller, studentId, code));
        return new Evidence(await(grid), await(student), await(judgement));
    }

    public Part<StudentRecord> student(Caller caller, String studentId) {
        return Part.of(() -> reporting.student(caller, studentId));
    }

    public Part<Summary> school(Caller caller, String schoolId) {
        return Part.of(() -> reporting.school(caller, schoolId));
    }

    public Part<Summary> district(Caller caller, String districtId) {
        return Part.of(() -> reporting.district(caller, districtId));
    }

    /** A competency nobody has judged yet is no error: there is no evidence. */
    private Judgement judgedOrNone(Caller caller, String studentId, String code) {
        try {
            return judgements.judgement(caller, studentId, code);
        } catch (Refusal refusal) {
            if (refusal.reason() == Refusal.Reason.NOT_FOUND) {
                return new Judgement(code, null, null, null, State.NONE, null, 0, false, null, null, null);
            }
            throw refusal;
        }
    }

    private <T> CompletableFuture<Part<T>> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(() -> Part.of(question), executor);
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
