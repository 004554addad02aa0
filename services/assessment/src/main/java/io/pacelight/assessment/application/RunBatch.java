package io.pacelight.assessment.application;

import io.pacelight.assessment.application.AttemptRows.BrokenFile;
import io.pacelight.assessment.application.AttemptRows.Row;
import io.pacelight.assessment.application.RecordAttempts.Recorder;
import io.pacelight.assessment.application.RecordAttempts.Result;
import io.pacelight.assessment.domain.Objection;
import io.pacelight.assessment.domain.RawAttempt;
import io.pacelight.assessment.domain.RecordedAttempt.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records a file stretch by stretch and keeps how far it came. A worker that dies in between leaves a batch that
 * another takes up at the last stretch kept; rows that were recorded but not yet counted are then known by their
 * origin and counted once.
 */
public final class RunBatch {
    private static final int STRETCH = 2_000;
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** No upload takes so long, and a sender who tries again under the same key has done so by then. */
    private static final Duration NO_LONGER_COMING = Duration.ofDays(1);

    private final Batches batches;
    private final AttemptRows.Reader reader;
    private final RecordAttempts attempts;
    private final Supplier<Instant> wallClock;

    public RunBatch(Batches batches, AttemptRows.Reader reader, RecordAttempts attempts, Supplier<Instant> wallClock) {
        this.batches = batches;
        this.reader = reader;
        this.attempts = attempts;
        this.wallClock = wallClock;
    }

    /** Runs one waiting batch to its end; false if there was none, and then uploads that broke off are cleared away. */
    public boolean runNext(String worker) throws IOException {
        Optional<Batch> claimed = batches.claim(worker, LEASE);
        if (claimed.isEmpty()) {
            batches.clearUploads(wallClock.get().minus(NO_LONGER_COMING));
            return false;
        }
        run(claimed.get(), worker);
        return true;
    }

    private void run(Batch claimed, String worker) throws IOException {
        Batch batch = claimed;
        try (AttemptRows rows = reader.open(batch.format(), batches.open(batch))) {
            if (batch.rowsDone() == 0) batch = batch.with(0, 0, 0, 0, rows.warnings());
            for (long skipped = 0; skipped < claimed.rowsDone(); skipped++) if (rows.next() == null) break;
            while (true) {
                List<Row> stretch = new ArrayList<>(STRETCH);
                BrokenFile broken = read(rows, stretch);
                batch = record(batch, stretch);
                if (broken != null) {
                    batch = batch.with(0, 0, 0, 0, List.of(broken.problem()));
                    batches.progress(batch.ended(Batch.State.BROKEN_OFF, wallClock.get()), worker, LEASE);
                    return;
                }
                boolean end = stretch.size() < STRETCH;
                Batch now = end ? batch.ended(Batch.State.DONE, wallClock.get()) : batch;
                if (!batches.progress(now, worker, LEASE) || end) return;
            }
        } catch (BrokenFile e) {
            Batch broken = batch.with(0, 0, 0, 0, List.of(e.problem()));
            batches.progress(broken.ended(Batch.State.BROKEN_OFF, wallClock.get()), worker, LEASE);
        }
    }

    private static @Nullable BrokenFile read(AttemptRows rows, List<Row> stretch) throws IOException {
        try {
            while (stretch.size() < STRETCH) {
                Row row = rows.next();
                if (row == null) return null;
                stretch.add(row);
            }
            return null;
        } catch (BrokenFile e) {
            return e;
        }
    }

    private Batch record(Batch batch, List<Row> stretch) {
        List<RawAttempt> readable = new ArrayList<>(stretch.size());
        List<Batch.RowProblem> problems = new ArrayList<>();
        for (Row row : stretch) {
            switch (row) {
                case Row.Read(RawAttempt attempt) -> readable.add(attempt);
                case Row.Unreadable(Batch.RowProblem problem) -> problems.add(problem);
            }
        }
        long refused = problems.size();
        long accepted = 0;
        long duplicates = 0;
        Recorder recorder = new Recorder(
                batch.district(),
                batch.recordedAt(),
                batch.by(),
                batch.id(),
                (student, classes, schools) -> batch.scope().seesStudent(student, classes, schools));
        for (Result result : attempts.record(readable, recorder)) {
            for (Objection objection : result.objections())
                problems.add(new Batch.RowProblem(
                        result.raw().row(), objection.field(), objection.code(), objection.message()));
            if (result.answer() == Answer.ACCEPTED) accepted++;
            else if (result.answer() == Answer.REPEATED) duplicates++;
            else refused++;
        }
        return batch.with(stretch.size(), accepted, duplicates, refused, problems);
    }
}
