package io.pacelight.faults.process;

import io.pacelight.simulator.files.AttemptFile;
import io.pacelight.simulator.learning.Attempt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends attempts by the batch, some of them twice, out of order or wrong, voids a few, and changes the roster now and
 * then; so fast that there is work as long as there are faults, and everything is sent at the end.
 */
final class Feeder {
    private static final int LARGEST = 400;
    private static final int TRICKLE = 8;
    private static final long BEAT_MILLIS = 300;

    /** What the reports of all batches must add up to. */
    private record Expected(long accepted, long duplicates, long refused) {}

    private final Installation.Instance roster;
    private final Installation.Instance assessment;
    private final Town town;
    private final Random chance;
    private final DoubleSupplier progress;
    private final Report report;
    private final List<String> rows = new ArrayList<>();
    private final List<String> batches = new ArrayList<>();
    private final String header;
    private final Expected expected;
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean hurry;
    private int wave;
    private int voids;

    /** @param progress of the faults, from 0 to 1 */
    Feeder(
            Installation.Instance roster,
            Installation.Instance assessment,
            Town town,
            Random chance,
            DoubleSupplier progress,
            Report report) {
        this.roster = roster;
        this.assessment = assessment;
        this.town = town;
        this.chance = chance;
        this.progress = progress;
        this.report = report;
        List<String> file = file(town.attempts());
        this.header = file.getFirst();
        this.expected = shuffled(file.subList(1, file.size()));
        this.thread = Thread.ofPlatform().daemon().name("feeder").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Sends the rest at once and returns when every batch is done, with the reports that it must have. */
    void finish() {
        hurry = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (failure != null) throw failure;
        long accepted = 0;
        long duplicates = 0;
        long refused = 0;
        for (String batch : batches) {
            JsonNode done = awaitDone(batch);
            accepted += done.path("accepted").asLong();
            duplicates += done.path("duplicates").asLong();
            refused += done.path("refused").asLong();
        }
        String invariant = "I1 batch reports count each row once";
        report.checked(invariant, batches.size());
        Expected counted = new Expected(accepted, duplicates, refused);
        if (!counted.equals(expected)) report.violated(invariant, counted + " instead of " + expected);
        report.measured("batches", batches.size());
        report.measured("roster changes", wave);
        report.measured("voids", voids);
    }

    /** The attempts, half of them moved by up to a tenth of all; every 20th twice; every 200th with a wrong twin. */
    private Expected shuffled(List<String> attempts) {
        record Placed(double place, String row) {}
        List<Placed> placed = new ArrayList<>();
        int reach = attempts.size() / 10;
        long duplicates = 0;
        long refused = 0;
        for (int i = 0; i < attempts.size(); i++) {
            double place = chance.nextBoolean() ? i : i + (chance.nextDouble() * 2 - 1) * reach;
            placed.add(new Placed(place, attempts.get(i)));
            if (chance.nextInt(20) == 0) {
                placed.add(new Placed(place + chance.nextInt(reach), attempts.get(i)));
                duplicates++;
            }
            if (chance.nextInt(200) == 0) {
                placed.add(new Placed(place, "bad-" + i + ",nobody,nothing,SUMMATIVE,,,9,,,,,,"));
                refused++;
            }
        }
        placed.sort(Comparator.comparingDouble(Placed::place));
        placed.forEach(each -> rows.add(each.row));
        return new Expected(attempts.size(), duplicates, refused);
    }

    /** The import file of all attempts, line by line. */
    private static List<String> file(List<Attempt> attempts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            AttemptFile.write(attempts.iterator(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void run() {
        try {
            int sent = 0;
            int beats = 0;
            while (sent < rows.size()) {
                int allowed = hurry ? rows.size() : (int) (rows.size() * (0.02 + 0.93 * progress.getAsDouble()));
                int kept = hurry ? 0 : rows.size() / 20;
                int size = sent < allowed ? 50 + chance.nextInt(LARGEST - 50) : TRICKLE;
                size = Math.min(hurry ? LARGEST * 5 : size, rows.size() - sent - kept);
                if (size > 0) {
                    send(rows.subList(sent, sent + size));
                    sent += size;
                }
                beats++;
                if (beats % 10 == 0) town.changeSomebody(roster.http(), ++wave);
                if (beats % 7 == 0) voidOne();
                if (!hurry) Pause.millis(BEAT_MILLIS);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void send(List<String> some) {
        byte[] csv = (header + "\n" + String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8);
        JsonNode accepted = assessment.http().post("/api/assessment/v1/attempt-batches", "text/csv", csv);
        batches.add(accepted.path("id").asString());
    }

    /** Voids an attempt of the first rows, which are recorded by the time that their batch is done. */
    private void voidOne() {
        awaitDone(batches.getFirst());
        String id = rows.get(voids % TRICKLE).split(",", 2)[0];
        if (id.startsWith("bad-")) id = rows.getFirst().split(",", 2)[0];
        voids++;
        assessment
                .http()
                .post(
                        "/api/assessment/v1/attempts/" + id + "/void",
                        "application/json",
                        "{\"reason\":\"recorded by mistake\"}".getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode awaitDone(String batch) {
        while (true) {
            JsonNode report = assessment.http().get("/api/assessment/v1/attempt-batches/" + batch);
            if (report.hasNonNull("finishedAt")) return report;
            Pause.millis(100);
        }
    }
}
