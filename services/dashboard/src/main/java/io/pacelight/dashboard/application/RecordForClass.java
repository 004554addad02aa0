package io.pacelight.dashboard.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Records one attempt for each of several students; what one student’s attempt is refused for does not touch the others. */
public final class RecordForClass {

    private final Attempts attempts;
    private final Executor executor;

    public RecordForClass(Attempts attempts, Executor executor) {
        this.attempts = attempts;
        this.executor = executor;
    }

    /** How many were recorded, and the refusals by student. */
    public record Report(int recorded, Map<String, String> refused) {
        public Report {
            refused = Map.copyOf(refused);
        }
    }

    /** The key of each attempt is derived from the given one and the student, so that sending the form twice records once. */
    public Report record(Caller caller, List<Attempts.NewAttempt> all, String idempotencyKey) {
        Map<String, CompletableFuture<Optional<String>>> answers = new LinkedHashMap<>();
        for (Attempts.NewAttempt attempt : all) {
            String key = idempotencyKey + "-" + attempt.student();
            answers.put(
                    attempt.student(), CompletableFuture.supplyAsync(() -> refusal(caller, attempt, key), executor));
        }
        Map<String, String> refused = new LinkedHashMap<>();
        List<String> recorded = new ArrayList<>();
        answers.forEach((student, answer) ->
                answer.join().ifPresentOrElse(why -> refused.put(student, why), () -> recorded.add(student)));
        return new Report(recorded.size(), refused);
    }

    private Optional<String> refusal(Caller caller, Attempts.NewAttempt attempt, String key) {
        try {
            attempts.record(caller, attempt, key);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.detail());
        }
    }
}
