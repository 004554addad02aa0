package io.pacelight.assessment.adapter.in.web;

import io.pacelight.assessment.application.Batch;
import io.pacelight.assessment.application.Batches;
import io.pacelight.events.EventIds;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.time.SchoolClock;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many attempts at once: the file is kept, answered with an id, and run in the background. */
@RestController
@RequestMapping("/api/assessment/v1/attempt-batches")
class BatchController {
    /** Under which id to ask how far it is. */
    record Received(String id) {}

    /** How far a batch is, and what was wrong with its rows. */
    record Progress(
            String id,
            Batch.State state,
            long received,
            long accepted,
            long duplicates,
            long refused,
            List<Batch.RowProblem> problems,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    private static final long LARGEST_BODY = 512L * 1024 * 1024;

    private final Batches batches;
    private final BatchWorker worker;
    private final Viewers viewers;
    private final SchoolClock clock;

    BatchController(Batches batches, BatchWorker worker, Viewers viewers, SchoolClock clock) {
        this.batches = batches;
        this.worker = worker;
        this.viewers = viewers;
        this.clock = clock;
    }

    @PostMapping(consumes = {"text/csv", "application/x-ndjson"})
    ResponseEntity<Received> receive(
            HttpServletRequest request,
            @RequestHeader("Content-Type") String contentType,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey)
            throws IOException {
        Viewer viewer = viewers.current();
        if (!viewer.scope().seesAnybody()) throw new OutsideScope("Recording");
        String id = idempotencyKey == null
                ? UUID.randomUUID().toString()
                : EventIds.named("batch\n" + viewer.district() + '\n' + viewer.username() + '\n' + idempotencyKey);
        Batch.Format format = contentType.startsWith("text/csv") ? Batch.Format.CSV : Batch.Format.NDJSON;
        Batch batch = new Batch(
                viewer.district(),
                id,
                Batch.State.UPLOADING,
                format,
                viewer.key() == null ? viewer.username() : viewer.key(),
                viewer.scope(),
                clock.now(),
                0,
                0,
                0,
                0,
                0,
                List.of(),
                Instant.now(),
                null);
        batches.receive(batch, new LimitedBody(request.getInputStream(), LARGEST_BODY));
        worker.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/assessment/v1/attempt-batches/" + id))
                .body(new Received(id));
    }

    @GetMapping("/{id}")
    Progress progress(@PathVariable String id) {
        Viewer viewer = viewers.current();
        String own = viewer.key() == null ? viewer.username() : viewer.key();
        return batches.find(viewer.district(), id)
                .filter(batch -> viewer.dataDesk() || own.equals(batch.by()))
                .map(BatchController::progress)
                .orElseThrow(() -> new OutsideScope("This batch"));
    }

    private static Progress progress(Batch batch) {
        return new Progress(
                batch.id(),
                batch.state(),
                batch.rowsDone(),
                batch.accepted(),
                batch.duplicates(),
                batch.refused(),
                batch.problems(),
                batch.startedAt(),
                batch.finishedAt());
    }
}
