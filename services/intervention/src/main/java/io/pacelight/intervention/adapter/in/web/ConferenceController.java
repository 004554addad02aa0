package io.pacelight.intervention.adapter.in.web;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.Keys;
import io.pacelight.intervention.application.ClassConferences;
import io.pacelight.intervention.application.ConferenceRefused;
import io.pacelight.intervention.application.Told;
import io.pacelight.intervention.application.WatchMachine;
import io.pacelight.intervention.application.Watches;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.web.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queue of a class, and what a teacher does with a conference. */
@RestController
@RequestMapping("/api/intervention/v1")
public class ConferenceController {
    /** How a conference ended. */
    public enum Outcome {
        RETEACH,
        PLAN,
        UNSTUCK,
        REFER,
        OTHER
    }

    /** The two taps at the end of a conference. */
    public record Done(
            @Nullable Outcome outcome,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn) {}

    /** For how many meetings it is put off. */
    public record Snooze(@Nullable Integer meetings) {}

    /** Why it is not needed. */
    public record NotNeeded(@Nullable String reason) {}

    private static final int LONGEST_TEXT = 2_000;

    private final ClassConferences conferences;
    private final Watches watches;
    private final WatchMachine machine;
    private final StateFolder<StudentWatch, Told> folder;
    private final ReferenceBook book;
    private final Viewers viewers;
    private final AuditTrail audit;
    private final Supplier<Instant> clock;

    public ConferenceController(
            ClassConferences conferences,
            Watches watches,
            WatchMachine machine,
            StateFolder<StudentWatch, Told> folder,
            ReferenceBook book,
            Viewers viewers,
            AuditTrail audit,
            Supplier<Instant> clock) {
        this.conferences = conferences;
        this.watches = watches;
        this.machine = machine;
        this.folder = folder;
        this.book = book;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(summary = "The conferences that wait in a class, in the order in which to hold them")
    @GetMapping("/classes/{id}/conferences")
    Conferences list(@PathVariable String id) {
        Viewer viewer = viewers.current();
        if (!seesClass(viewer, id)) throw new OutsideScope("This class");
        // one row stands for the whole class, since the page reads it again and again
        audit.read(viewer, "class:" + id, "conferences");
        Instant now = clock.get();
        ClassConferences.Queue queue = conferences.queue(viewer.district(), id, viewer.key(), now);
        ClassConferences.Meeting meeting = queue.meeting();
        return new Conferences(
                new Conferences.ClassRef(id),
                now,
                meeting == null
                        ? null
                        : new Conferences.MeetingRow(
                                meeting.startsAt(),
                                meeting.endsAt(),
                                meeting.minutes(),
                                meeting.period(),
                                meeting.inProgress()),
                queue.offered(),
                queue.rows().stream().map(Conferences.Row::of).toList());
    }

    @Operation(summary = "Begin a conference; it is yours from then on")
    @PostMapping("/conferences/{id}/start")
    Conferences.Row start(@PathVariable String id) {
        return carryOut(id, (by, at) -> new WatchInput.StartConference(id, by, at));
    }

    @Operation(summary = "End a conference with an outcome and a next step")
    @PostMapping("/conferences/{id}/done")
    Conferences.Row done(@PathVariable String id, @RequestBody Done done) {
        Outcome outcome = done.outcome();
        if (outcome == null)
            throw Refused.badInput("'outcome' is missing: one of RETEACH, PLAN, UNSTUCK, REFER, OTHER");
        String nextStep = text("nextStep", done.nextStep());
        LocalDate nextStepOn = done.nextStepOn();
        if (nextStepOn != null) requireNear(nextStepOn);
        return carryOut(
                id, (by, at) -> new WatchInput.FinishConference(id, by, at, outcome.name(), nextStep, nextStepOn));
    }

    @Operation(summary = "Put a conference off for up to three meetings")
    @PostMapping("/conferences/{id}/snooze")
    Conferences.Row snooze(@PathVariable String id, @RequestBody Snooze snooze) {
        Integer meetings = snooze.meetings();
        if (meetings == null || meetings < 1 || meetings > 3)
            throw Refused.badInput("'meetings' must be 1, 2 or 3" + (meetings == null ? "; it is missing" : ""));
        return carryOut(id, (by, at) -> new WatchInput.SnoozeConference(id, by, at, meetings));
    }

    @Operation(summary = "Say why a conference is not needed")
    @PostMapping("/conferences/{id}/not-needed")
    Conferences.Row notNeeded(@PathVariable String id, @RequestBody NotNeeded notNeeded) {
        String why = text("reason", notNeeded.reason());
        return carryOut(id, (by, at) -> new WatchInput.DismissConference(id, by, at, why));
    }

    /** What a teacher asks for, once it is known who asks and when. */
    private interface Ask {
        WatchInput.Command command(String by, Instant at);
    }

    private Conferences.Row carryOut(String id, Ask ask) {
        Viewer viewer = viewers.current();
        String student = visible(viewer, id);
        audit.read(viewer, student, "conference");
        Instant now = clock.get();
        String by = viewer.key() == null ? viewer.username() : viewer.key();
        try {
            StateDocument<StudentWatch> written = folder.command(
                    Keys.of(viewer.district(), student),
                    UUID.randomUUID().toString(),
                    watch -> machine.carryOut(watch, ask.command(by, now)));
            Conference conference = written.state().conference(id);
            if (conference == null) throw new OutsideScope("This conference");
            return Conferences.Row.of(conferences.row(written.state(), conference, written.version(), now));
        } catch (ConferenceRefused refused) {
            if (refused.isUnknown()) throw new OutsideScope("This conference");
            throw Refused.conflict(String.valueOf(refused.getMessage()));
        }
    }

    /** The student of a conference in a class that the viewer sees. */
    private String visible(Viewer viewer, String id) {
        String student = Reason.studentOf(id);
        if (student == null || student.indexOf('|') >= 0) throw new OutsideScope("This conference");
        Watches.Stored stored = watches.find(viewer.district(), student);
        Conference conference = stored == null ? null : stored.watch().conference(id);
        if (conference == null || !seesClass(viewer, conference.classId())) throw new OutsideScope("This conference");
        return student;
    }

    private boolean seesClass(Viewer viewer, String classId) {
        if (classId.isEmpty() || classId.indexOf('|') >= 0) return false;
        return book.find(ClassChanged.class, Keys.of(viewer.district(), "class", classId))
                .map(known -> viewer.scope().seesClass(classId, known.school()))
                .orElse(false);
    }

    /** A next step years away is a slip of the pen, such as 20226 for 2026. */
    private void requireNear(LocalDate nextStepOn) {
        LocalDate today = LocalDate.ofInstant(clock.get(), ZoneOffset.UTC);
        if (nextStepOn.isBefore(today.minusYears(1)) || nextStepOn.isAfter(today.plusYears(1)))
            throw Refused.badInput("'nextStepOn' is " + nextStepOn + ", more than a year from today; look at its year");
    }

    private static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw Refused.badInput("'" + field + "' is missing or empty");
        if (value.length() > LONGEST_TEXT)
            throw Refused.badInput("'" + field + "' is longer than " + LONGEST_TEXT + " characters");
        return value.strip();
    }
}
