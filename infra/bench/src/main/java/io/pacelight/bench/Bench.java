package io.pacelight.bench;

import io.pacelight.bench.box.Box;
import io.pacelight.bench.box.Pipeline;
import io.pacelight.bench.box.Semester;
import io.pacelight.bench.box.Settling;
import io.pacelight.bench.fold.Folds;
import io.pacelight.bench.lane.LaneProcess;
import io.pacelight.bench.lane.Measured;
import io.pacelight.bench.load.Latency;
import io.pacelight.bench.report.Report;
import io.pacelight.simulator.District;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Staff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One run: first a whole box, which also tells the tape that the lanes are fed from, then the lanes in rounds, so that what
 * disturbs the machine disturbs all of them, then growth and the fold.
 */
final class Bench {
    private static final long SEED = 20260817;
    private static final List<String> IN_ROUNDS =
            List.of("consume", "decode", "raw-writes", "streams", "progression", "intervention", "reporting");
    private static final int GROWTH_BATCHES = 8;
    private static final int LONG_HISTORY = 10;
    private static final int ATTEMPTS_OF_A_LARGE_BOX = 20_000;

    /** As {@code infra/local/up} runs a district on a machine with memory to spare. */
    private static final List<String> JVM = List.of(
            "-Xms256m",
            "-Xmx2400m",
            "-Xmn1300m",
            "-XX:+UseParallelGC",
            "-XX:MetaspaceSize=256m",
            "-XX:ReservedCodeCacheSize=480m",
            "-Djdk.nio.maxCachedBufferSize=131072",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.springframework.boot.logging.LoggingSystem=none",
            "-Dlogback.configurationFile=logback-bench.xml");

    private final Options options;
    private final List<Measured> lanes = new ArrayList<>();
    private final List<Latency.Result> latencies = new ArrayList<>();
    private final List<Measured> growth = new ArrayList<>();
    private final List<Report.District> districts = new ArrayList<>();
    private final List<Report.Fold> folds = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Path tape;
    private final Instant beforeMeasured;
    private int runs;
    private double settledAfter;

    Bench(Options options) {
        this.options = options;
        // a tape of another size would be played under this one's name
        this.tape = options.out()
                .resolve("district-%d-%d-%d.tape".formatted(options.district(), options.warm(), options.measured()));
        this.beforeMeasured = Semester.after(District.of(SEED, options.district()), options.warm());
    }

    Report run() throws IOException {
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> machine = Machine.describe();
        List<String> rounds =
                options.lanes().stream().filter(IN_ROUNDS::contains).toList();
        boolean latency = options.lanes().contains("latency");
        if (options.lanes().contains("pipeline") || latency || (!rounds.isEmpty() && !Files.exists(tape)))
            tried("the whole box", () -> box(latency));
        for (int round = 1; round <= options.rounds(); round++)
            for (String lane : rounds) tried(lane, () -> add(fork(lane, List.of(), lane)));
        if (options.lanes().contains("growth")) growth();
        if (options.lanes().contains("jmh")) tried("the fold", () -> folds.addAll(Folds.run()));
        machine.put("load at the end", Machine.load());
        return new Report(began.toString(), machine, settings(), lanes, latencies, growth, districts, folds, failures);
    }

    /** Something to measure. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /** What fails is told in the report, and the rest is measured all the same. */
    private void tried(String what, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            failures.add(what + ": " + e.getMessage());
            say(what + " failed: " + e.getMessage());
        }
    }

    private void box(boolean withLatency) throws IOException {
        Path data = Files.createTempDirectory("pacelight-bench");
        District district = District.of(SEED, options.district());
        try (Box box = start("box", data, District.startOf(SchoolYear.FIRST_DAY))) {
            Semester semester = new Semester(district, box);
            double roster = importInto(box, semester);
            semester.setUp();
            add(new Pipeline(box, semester).run(options.warm(), options.measured(), tape));
            if (withLatency) {
                Section section = district.sections().stream()
                        .max(Comparator.comparingInt(Section::size))
                        .orElseThrow();
                Staff teacher = district.staff().stream()
                        .filter(each -> each.id().equals(section.teacher()))
                        .findFirst()
                        .orElseThrow();
                Latency latency = new Latency(box, semester, section.id(), teacher.username());
                for (int rate : rates()) {
                    Latency.Result result = latency.at(rate, options.seconds());
                    latencies.add(result);
                    say("latency at %,d/s: p50 %.0f ms, p99 %.0f ms".formatted(rate, result.p50(), result.p99()));
                }
                latencies.removeFirst();
            }
            box.settle();
            keep(box, options.district(), roster, semester.ledger());
        } finally {
            delete(data);
        }
    }

    /** The rates to measure, and before them the first once more, for pages that nobody has asked for yet. */
    private List<Integer> rates() {
        return Stream.concat(options.rates().stream().limit(1), options.rates().stream())
                .toList();
    }

    private Box start(String log, Path data, Instant time) {
        return Box.start(jvm(log), data.resolve("data"), time, log(log));
    }

    /** Seconds of the import itself; how long all services took to read it is kept beside. */
    private double importInto(Box box, Semester semester) {
        double roster = semester.importRoster();
        long done = System.nanoTime();
        try (Settling settling = new Settling(box.where().broker())) {
            settledAfter = Math.max(0, settling.await() - done) / 1e9;
        }
        say("roster imported in %.1f s, read by all %.1f s later".formatted(roster, settledAfter));
        return roster;
    }

    private void keep(Box box, int students, double roster, long attempts) {
        Fork.Memory memory = box.fork().memory();
        districts.add(new Report.District(
                students,
                box.where().startMillis() / 1e3,
                roster,
                settledAfter,
                attempts,
                memory.resident(),
                memory.highest()));
    }

    private void growth() {
        for (int students : options.students())
            tried("growth at %,d students".formatted(students), () -> growth(students, 1));
        tried("growth of the history", () -> growth(options.students().getFirst(), LONG_HISTORY));
        for (int students : options.students())
            if (students != options.district())
                tried("a box of %,d students".formatted(students), () -> largeBox(students));
    }

    private void growth(int students, int history) throws IOException {
        Measured measured = fork(
                "growth",
                List.of(Integer.toString(students), Integer.toString(history), Integer.toString(GROWTH_BATCHES)),
                "growth-" + students + "-" + history);
        growth.add(measured);
        say("growth: %,d students, history %d: %.1f µs each".formatted(students, history, measured.cpuMicrosEach()));
    }

    private void largeBox(int students) throws IOException {
        Path data = Files.createTempDirectory("pacelight-bench");
        District district = District.of(SEED, students);
        int attempts = Math.min(ATTEMPTS_OF_A_LARGE_BOX, options.measured());
        try (Box box = start("box-" + students, data, Semester.after(district, attempts))) {
            Semester semester = new Semester(district, box);
            double roster = importInto(box, semester);
            semester.competencies();
            semester.record(semester.stretches(attempts, Pipeline.FILE));
            box.settle();
            keep(box, students, roster, semester.ledger());
            say("box of %,d students: %,d MiB"
                    .formatted(students, box.fork().memory().resident()));
        } finally {
            delete(data);
        }
    }

    private Measured fork(String lane, List<String> more, String log) throws IOException {
        Path ground = Files.createTempDirectory("pacelight-lane");
        List<String> arguments =
                new ArrayList<>(List.of(lane, tape.toString(), ground.toString(), beforeMeasured.toString()));
        arguments.addAll(more);
        try (Fork fork = Fork.start(jvm(log), LaneProcess.class, arguments, log(log))) {
            return Json.read(fork.answer(), Measured.class);
        } finally {
            delete(ground);
        }
    }

    private static List<String> jvm(String log) {
        String recordings = System.getProperty("bench.jfr");
        if (recordings == null) return JVM;
        List<String> jvm = new ArrayList<>(JVM);
        jvm.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recordings + "/" + log
                + ".jfr");
        return jvm;
    }

    private void add(Measured measured) {
        lanes.add(measured);
        say("%-14s %,10.0f attempts/s %10.1f µs each"
                .formatted(measured.lane(), measured.perSecond(), measured.cpuMicrosEach()));
    }

    private Path log(String name) {
        return options.out().resolve("logs").resolve(name + "-" + ++runs + ".log");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("JVM of every lane and box", String.join(" ", JVM));
        settings.put("district of the lanes", "%,d students, seed %d".formatted(options.district(), SEED));
        settings.put("attempts", "%,d to warm up, %,d measured".formatted(options.warm(), options.measured()));
        settings.put("rounds", Integer.toString(options.rounds()));
        settings.put(
                "Pacelight's streams",
                "max.poll.records 5000, fetch.min.bytes 64 KiB, fetch.max.wait.ms 100, max.partition.fetch.bytes 4 MiB, read_committed, one"
                        + " consumer thread a binding; producer acks=all, idempotent, linger.ms 2, batch.size 128 KiB,"
                        + " lz4; offsets committed after each poll's effects");
        settings.put("Pacelight's store", "embedded store on disk over the MongoDB protocol, w:majority, j:true");
        settings.put("broker", "one embedded node, 8 partitions a topic");
        lanes.stream()
                .filter(each -> each.lane().equals("streams"))
                .findFirst()
                .ifPresent(streams ->
                        streams.settings().forEach((name, value) -> settings.put("Kafka Streams " + name, value)));
        return settings;
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
