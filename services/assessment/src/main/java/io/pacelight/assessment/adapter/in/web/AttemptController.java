package io.pacelight.assessment.adapter.in.web;

import io.pacelight.assessment.adapter.in.text.AttemptJson;
import io.pacelight.assessment.application.AttemptCommand;
import io.pacelight.assessment.application.AttemptMachine;
import io.pacelight.assessment.application.RecordAttempts;
import io.pacelight.assessment.application.RecordAttempts.Recorder;
import io.pacelight.assessment.application.RecordAttempts.Result;
import io.pacelight.assessment.domain.Attempt;
import io.pacelight.assessment.domain.AttemptRules;
import io.pacelight.assessment.domain.RecordedAttempt;
import io.pacelight.events.EventIds;
import io.pacelight.events.Keys;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.web.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One attempt, answered at once. */
@RestController
@RequestMapping("/api/assessment/v1/attempts")
class AttemptController {
    /** What was recorded; the level is missing where points were given, since progression maps them. */
    record Recorded(
            String attemptId,
            String student,
            String competency,
            @Nullable BigDecimal level,
            @Nullable BigDecimal score,
            @Nullable BigDecimal maxScore,
            Instant recordedAt) {}

    /** Why an attempt is taken back. */
    record Voiding(@Nullable String reason) {}

    private final RecordAttempts attempts;
    private final StateFolder<RecordedAttempt, AttemptCommand> folder;
    private final Viewers viewers;
    private final SchoolClock clock;

    AttemptController(
            RecordAttempts attempts,
            StateFolder<RecordedAttempt, AttemptCommand> folder,
            Viewers viewers,
            SchoolClock clock) {
        this.attempts = attempts;
        this.folder = folder;
        this.viewers = viewers;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Recorded> record(
            @RequestBody AttemptJson body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        Viewer viewer = viewers.current();
        String request = idempotencyKey == null
                ? UUID.randomUUID().toString()
                : EventIds.named(viewer.district() + '\n' + viewer.username() + '\n' + idempotencyKey);
        Recorder recorder = recorder(viewer);
        Result result = attempts.record(
                        List.of((body.attemptId() == null ? body.named(request) : body).raw(0)), recorder)
                .getFirst();
        Attempt attempt = result.attempt();
        if (result.answer() == RecordedAttempt.Answer.CONFLICTING)
            throw new Refused(
                    HttpStatus.CONFLICT,
                    "Recorded already",
                    result.objections().getFirst().message(),
                    List.of());
        if (attempt == null) throw refused(result);
        Recorded answer = new Recorded(
                attempt.id(),
                attempt.student(),
                attempt.competency(),
                attempt.level(),
                attempt.score(),
                attempt.maxScore(),
                attempt.recordedAt());
        boolean created = result.answer() == RecordedAttempt.Answer.ACCEPTED;
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    @PostMapping("/{id}/void")
    void voidAttempt(@PathVariable String id, @RequestBody(required = false) @Nullable Voiding voiding) {
        Viewer viewer = viewers.current();
        if (id.indexOf('|') >= 0) throw new OutsideScope("This attempt");
        String reason = voiding == null ? null : voiding.reason();
        if (reason != null && reason.length() > AttemptRules.LONGEST_TEXT)
            throw Refused.badInput("'reason' is longer than " + AttemptRules.LONGEST_TEXT + " characters");
        String document = Keys.of(viewer.district(), id);
        Recorder recorder = recorder(viewer);
        AttemptCommand command = new AttemptCommand.VoidAttempt(recorder.at(), reason, recorder.by());
        folder.command(document, "void " + document, state -> {
            Attempt attempt = state.attempt();
            if (attempt == null || !attempts.mayChange(attempt, recorder)) throw new OutsideScope("This attempt");
            return new AttemptMachine().apply(state, command);
        });
    }

    private Recorder recorder(Viewer viewer) {
        return new Recorder(
                viewer.district(),
                clock.now(),
                viewer.key() == null ? viewer.username() : viewer.key(),
                UUID.randomUUID().toString(),
                viewer.scope()::seesStudent);
    }

    private static Refused refused(Result result) {
        List<Refused.Row> rows = result.objections().stream()
                .map(o -> new Refused.Row(null, null, o.field(), o.code(), o.message()))
                .toList();
        return new Refused(
                HttpStatus.BAD_REQUEST,
                "The attempt can't be taken",
                rows.getFirst().message(),
                rows);
    }
}
