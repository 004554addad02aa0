package io.pacelight.kit.time;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * School time as one place tells it to every service: a demo whose services are different processes. It is asked twice
 * a second; between answers time goes on at the speed that was told, and if no answer comes it stands still. Never goes
 * back.
 *
 * <p>The answer is {@code {"now": instant, "speed": school seconds in a real one, "over": true when it stands}}.
 */
public final class FollowedClock implements SchoolClock, AutoCloseable {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration GOES_ON_WITHOUT = Duration.ofSeconds(3);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(60);

    private final Answers answers;
    private final LongSupplier nanoTime;
    private final AtomicReference<Instant> shown = new AtomicReference<>(Instant.MIN);
    private final Thread asking =
            Thread.ofPlatform().daemon().name("school-clock").unstarted(this::askForEver);
    private volatile Told told;

    /** What the clock said, and when on this machine's own. */
    record Told(long nanos, Instant school, int speed) {}

    /** Asks for the time; null when there is no answer. */
    interface Answers {
        @Nullable
        Told next();
    }

    FollowedClock(Answers answers, LongSupplier nanoTime) {
        this.answers = answers;
        this.nanoTime = nanoTime;
        this.told = first();
    }

    /**
     * Follows the clock at the address.
     *
     * @throws IllegalStateException if it does not answer within a minute
     */
    public static FollowedClock at(URI address) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ANSWER)
                .build();
        FollowedClock clock = new FollowedClock(() -> ask(http, address), System::nanoTime);
        clock.asking.start();
        return clock;
    }

    @Override
    public Instant now() {
        Told last = told;
        long passed = Math.clamp(nanoTime.getAsLong() - last.nanos(), 0, GOES_ON_WITHOUT.toNanos());
        Instant now = last.school().plusNanos(passed * last.speed());
        return shown.accumulateAndGet(now, (before, next) -> next.isAfter(before) ? next : before);
    }

    @Override
    public void close() {
        asking.interrupt();
    }

    private Told first() {
        long end = nanoTime.getAsLong() + FIRST_ANSWER.toNanos();
        while (true) {
            Told first = answers.next();
            if (first != null) return first;
            if (nanoTime.getAsLong() > end || !rest())
                throw new IllegalStateException("pacelight.clock: nobody tells the time there");
        }
    }

    private void askForEver() {
        while (rest()) askOnce();
    }

    void askOnce() {
        Told next = answers.next();
        if (next != null) told = next;
    }

    private static @Nullable Told ask(HttpClient http, URI address) {
        long asked = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) return null;
            JsonNode said = JsonMapper.shared().readTree(answer.body());
            int speed =
                    said.path("over").asBoolean(false) ? 0 : said.path("speed").asInt(1);
            long halfway = asked + (System.nanoTime() - asked) / 2;
            return new Told(halfway, Instant.parse(said.path("now").asString("")), speed);
        } catch (IOException | JacksonException | java.time.format.DateTimeParseException noAnswer) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(BETWEEN_QUESTIONS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
