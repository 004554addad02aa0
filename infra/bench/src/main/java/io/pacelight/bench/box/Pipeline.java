package io.pacelight.bench.box;

import io.pacelight.bench.JvmThreads;
import io.pacelight.bench.lane.Measured;
import io.pacelight.bench.lane.Tape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole loop: files of attempts over HTTP in, judged, watched and visible in the reports; everything in one box. */
public final class Pipeline {
    /** Rows of one file. */
    public static final int FILE = 2_000;

    private final Box box;
    private final Semester semester;

    public Pipeline(Box box, Semester semester) {
        this.box = box;
        this.semester = semester;
    }

    /** @param tape takes all that is told on the way */
    public Measured run(int warm, int attempts, Path tape) {
        try (Settling settling = new Settling(box.where().broker())) {
            settling.await();
            long warmFrom = System.currentTimeMillis();
            semester.record(semester.stretches(warm, FILE));
            settling.await();
            List<Semester.Stretch> stretches = semester.stretches(attempts, FILE);
            long measuredFrom = System.currentTimeMillis();
            Measured measured = measure(settling, stretches, attempts);
            long ledger = semester.ledger();
            if (ledger != (long) warm + attempts)
                throw new IllegalStateException("the reports count " + ledger + " attempts of " + (warm + attempts));
            Tape.record(box.where().broker(), warmFrom, measuredFrom, tape);
            return measured;
        }
    }

    private Measured measure(Settling settling, List<Semester.Stretch> stretches, int attempts) {
        JvmThreads threadsBefore = box.fork().threads();
        Duration cpuBefore = box.fork().cpu();
        long began = System.nanoTime();
        semester.record(stretches);
        long recorded = System.nanoTime();
        long visible = settling.await();
        Duration cpu = box.fork().cpu().minus(cpuBefore);
        Map<String, String> notes = new HashMap<>(box.fork().threads().notesSince(threadsBefore, attempts));
        notes.put("recordedAfterSeconds", "%.1f".formatted((recorded - began) / 1e9));
        return new Measured(
                "pipeline",
                attempts,
                (visible - began) / 1e9,
                cpu.toNanos() / 1e9,
                box.fork().memory().resident(),
                notes);
    }
}
