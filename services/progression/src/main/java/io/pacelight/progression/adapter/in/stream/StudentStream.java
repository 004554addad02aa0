package io.pacelight.progression.adapter.in.stream;

import io.pacelight.events.RejudgementRequested;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.Received;
import io.pacelight.progression.application.Arrival;
import io.pacelight.progression.application.JudgeArrivals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Everything keyed by a student, read together, so that one thread judges one student. */
public final class StudentStream implements BatchHandler {
    private final JudgeArrivals judging;
    private final ReferenceBook book;
    private final Set<String> bookTopics;
    private final IntPredicate remembers;
    private final KitMeters meters;

    /**
     * @param bookTopics what the book reads; of other topics there is nothing to wait for
     * @param remembers whether records of a partition are only read again, during a rebuild
     */
    public StudentStream(
            JudgeArrivals judging,
            ReferenceBook book,
            Collection<String> bookTopics,
            IntPredicate remembers,
            KitMeters meters) {
        this.remembers = remembers;
        this.judging = judging;
        this.book = book;
        this.bookTopics = Set.copyOf(bookTopics);
        this.meters = meters;
    }

    @Override
    public Map<Received.Place, String> handle(List<Received> events) {
        Map<Received.Place, String> bad = new HashMap<>();
        Map<String, Received.Place> places = new HashMap<>();
        Map<String, String> contexts = new HashMap<>();
        List<Arrival> arrivals = new ArrayList<>(events.size());
        List<Arrival> remembered = new ArrayList<>();
        for (Received received : events) {
            try {
                boolean again = remembers.test(received.place().partition());
                Arrivals.of(received).ifPresent(arrival -> {
                    (again ? remembered : arrivals).add(arrival);
                    places.put(arrival.cause(), received.place());
                    String context = received.envelope().traceparent();
                    if (context != null) {
                        contexts.put(arrival.cause(), context);
                    }
                });
                if (!again) {
                    awaitRules(received);
                }
            } catch (Unfit e) {
                bad.put(received.place(), String.valueOf(e.getMessage()));
            } catch (IllegalArgumentException | ArithmeticException e) {
                bad.put(received.place(), "breaks the contract: " + e.getClass().getSimpleName());
            }
        }
        if (!remembered.isEmpty()) {
            conclude(judging.remember(remembered), places, bad);
        }
        if (!arrivals.isEmpty()) {
            conclude(judging.judge(arrivals, contexts), places, bad);
        }
        return bad;
    }

    private void conclude(
            JudgeArrivals.Outcome outcome, Map<String, Received.Place> places, Map<Received.Place, String> bad) {
        outcome.rejected().forEach((cause, reason) -> {
            Received.Place place = places.get(cause);
            if (place != null) {
                bad.put(place, reason);
            }
        });
        meters.folded(outcome.absorbed(), outcome.unchanged(), outcome.conflicts());
    }

    private void awaitRules(Received received) {
        if (received.event() instanceof RejudgementRequested requested
                && bookTopics.contains(requested.becauseTopic())) {
            book.awaitRead(new Received.Place(
                    requested.becauseTopic(), requested.becausePartition(), requested.becauseOffset()));
        }
    }
}
