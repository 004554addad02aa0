package io.pacelight.bench.load;

import io.pacelight.bench.Json;
import io.pacelight.bench.box.Box;
import io.pacelight.bench.box.Semester;
import io.pacelight.simulator.learning.Attempt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * How long attempts take from being handed in to being visible in the reports, at a fixed rate. Files are sent at the times they
 * are due, whether or not earlier ones are answered, so that a stall counts for all that it holds up.
 *
 * <p>School time stands meanwhile at the last of the attempts, as where a week's are handed in on its last evening. If it went
 * along, a thousand attempts a second of a small district would make a school day every three seconds, with all the mails and
 * counts of its morning.
 */
public final class Latency {
    private static final Duration BETWEEN_FILES = Duration.ofMillis(100);
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Box box;
    private final Semester semester;
    private final String classId;
    private final String teacher;

    /** @param teacher of the class whose grid is looked at meanwhile */
    public Latency(Box box, Semester semester, String classId, String teacher) {
        this.box = box;
        this.semester = semester;
        this.classId = classId;
        this.teacher = teacher;
    }

    /**
     * What a rate came to, in milliseconds.
     *
     * @param attempts that were followed; those of a pair of student and competency that came twice are left out
     * @param recordedP99 from being accepted to being on its way to its topic
     * @param judgedP99 from being accepted to its judgement's being on its way to its topic
     * @param p50 from being accepted to being visible
     * @param fromDueP99 from the time the file was due, its upload included
     * @param unseen attempts that were not visible two minutes after the last was sent; they count as having taken so long
     * @param pageP50 of the class grid's page meanwhile
     */
    public record Result(
            int rate,
            long attempts,
            double recordedP99,
            double judgedP99,
            double p50,
            double p99,
            double max,
            double fromDueP50,
            double fromDueP99,
            long unseen,
            long pages,
            double pageP50,
            double pageP95) {}

    private record Accepted(long at, JsonNode answer) {}

    private record Sent(long due, CompletableFuture<Accepted> accepted, List<Attempt> attempts) {}

    public Result at(int rate, int seconds) {
        int perFile = Math.max(1, (int) (rate * BETWEEN_FILES.toMillis() / 1000));
        long gap = Math.round(1e9 * perFile / rate);
        int files = Math.toIntExact(Duration.ofSeconds(seconds).toNanos() / gap);
        Set<String> followed = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        List<Semester.Stretch> stretches = semester.stretches(files * perFile, perFile);
        for (Semester.Stretch stretch : stretches)
            for (Attempt attempt : stretch.attempts())
                if (pairs.add(attempt.studentSourcedId() + '|' + attempt.competencyCode()))
                    followed.add(attempt.attemptId());
        box.advanceTo(stretches.getLast().at());
        box.settle();
        try (Visibility visibility = new Visibility(box.where().broker(), followed);
                PageVisits visits =
                        PageVisits.signIn(URI.create(box.where().address()).resolve("/classes/" + classId), teacher);
                HttpClient sender = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            long begin = System.nanoTime() + 500_000_000L;
            Map<String, Histogram> pages = new ConcurrentHashMap<>();
            Thread visitor = Thread.ofPlatform().daemon().start(() -> {
                PageVisits.sleepUntil(begin);
                pages.put("page", visits.during(begin + files * gap));
            });
            List<Sent> sent = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                Semester.Stretch stretch = stretches.get(i);
                long due = begin + i * gap;
                PageVisits.sleepUntil(due);
                sent.add(new Sent(due, send(sender, stretch.file()), stretch.attempts()));
            }
            awaitSeen(visibility, followed);
            visitor.join(Duration.ofSeconds(60));
            for (Sent file : sent) semester.recorded(file.accepted().join().answer());
            Histogram visited = pages.get("page");
            if (visited == null) throw new IllegalStateException("the page of the class could not be looked at");
            return result(rate, sent, followed, visibility.seen(), visited);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private CompletableFuture<Accepted> send(HttpClient sender, byte[] file) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(box.where().address()).resolve("/api/assessment/v1/attempt-batches"))
                .header("Authorization", "Bearer " + box.where().token())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        return sender.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() != 202)
                throw new IllegalStateException("a file was answered with " + answer.statusCode());
            return new Accepted(System.nanoTime(), Json.read(answer.body(), JsonNode.class));
        });
    }

    private static void awaitSeen(Visibility visibility, Set<String> followed) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < giveUp && !visibility.seen().keySet().containsAll(followed)) Thread.sleep(50);
    }

    private static Result result(
            int rate, List<Sent> sent, Set<String> followed, Map<String, Visibility.Seen> seen, Histogram pages) {
        Histogram recorded = new Histogram(3);
        Histogram judged = new Histogram(3);
        Histogram fromAccepted = new Histogram(3);
        Histogram fromDue = new Histogram(3);
        long unseen = 0;
        for (Sent file : sent) {
            long accepted = file.accepted().join().at();
            for (Attempt attempt : file.attempts()) {
                if (!followed.contains(attempt.attemptId())) continue;
                Visibility.Seen stages = seen.get(attempt.attemptId());
                if (stages == null) {
                    unseen++;
                    for (Histogram each : List.of(recorded, judged, fromAccepted, fromDue))
                        each.recordValue(PATIENCE_NANOS / 1_000);
                    continue;
                }
                recorded.recordValue(Math.max(0, stages.recorded() - accepted) / 1_000);
                judged.recordValue(Math.max(0, stages.judged() - accepted) / 1_000);
                fromAccepted.recordValue(Math.max(0, stages.visible() - accepted) / 1_000);
                fromDue.recordValue(Math.max(0, stages.visible() - file.due()) / 1_000);
            }
        }
        return new Result(
                rate,
                fromAccepted.getTotalCount(),
                millis(recorded, 99),
                millis(judged, 99),
                millis(fromAccepted, 50),
                millis(fromAccepted, 99),
                fromAccepted.getMaxValue() / 1e3,
                millis(fromDue, 50),
                millis(fromDue, 99),
                unseen,
                pages.getTotalCount(),
                millis(pages, 50),
                millis(pages, 95));
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
