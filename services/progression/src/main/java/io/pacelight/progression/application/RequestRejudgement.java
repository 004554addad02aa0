package io.pacelight.progression.application;

import io.pacelight.events.Envelope;
import io.pacelight.events.EventIds;
import io.pacelight.events.Keys;
import io.pacelight.events.RejudgementRequested;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns a changed rule into one input for each student whom it concerns. */
public final class RequestRejudgement {
    /** Events held in memory at once, however many students a rule concerns. */
    private static final int PAGE = 5_000;

    private final String source;
    private final Masteries kept;
    private final StateStore<StudentState> students;
    private final EventPublisher publisher;

    /** @param source CloudEvents source of this service */
    public RequestRejudgement(
            String source, Masteries kept, StateStore<StudentState> students, EventPublisher publisher) {
        this.source = source;
        this.kept = kept;
        this.students = students;
        this.publisher = publisher;
    }

    /** Whom a changed rule concerns. */
    public sealed interface Concern {
        record Everybody() implements Concern {}

        record AtSchools(Set<String> schools) implements Concern {
            public AtSchools {
                schools = Set.copyOf(schools);
            }
        }

        /**
         * Students with evidence on any of some competencies.
         *
         * @param evidence on which
         * @param judged what is to be judged again
         */
        record WithEvidence(Set<String> evidence, Set<String> judged) implements Concern {
            public WithEvidence {
                evidence = Set.copyOf(evidence);
                judged = Set.copyOf(judged);
            }
        }
    }

    /** A changed rule and where it stands, so that whoever judges can wait until it knows it. */
    public record Because(String topic, int partition, long offset, Instant at) {}

    /** Asks for it; asking again asks for the same under the same ids. */
    public void request(String district, Concern concern, Because because) {
        switch (concern) {
            case Concern.Everybody _ -> kept.eachStudent(district, page -> publish(page, district, Set.of(), because));
            case Concern.AtSchools at ->
                kept.eachStudent(district, page -> publish(atSchools(page, at.schools()), district, Set.of(), because));
            case Concern.WithEvidence with -> {
                List<String> all = List.copyOf(kept.withEvidenceOn(district, with.evidence()));
                for (int from = 0; from < all.size(); from += PAGE)
                    publish(all.subList(from, Math.min(from + PAGE, all.size())), district, with.judged(), because);
            }
        }
    }

    private List<String> atSchools(List<String> page, Set<String> schools) {
        return students.load(page).values().stream()
                .filter(document -> document.state().schools().stream().anyMatch(schools::contains))
                .map(document -> document.id())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private void publish(Collection<String> studentIds, String district, Set<String> competencies, Because because) {
        List<Envelope<?>> events = new ArrayList<>(studentIds.size());
        List<String> codes = List.copyOf(new TreeSet<>(competencies));
        for (String id : studentIds) {
            String student = id.substring(id.indexOf('|') + 1);
            events.add(envelope(
                    source,
                    new RejudgementRequested(
                            district, student, codes, because.topic(), because.partition(), because.offset()),
                    because));
        }
        if (!events.isEmpty()) {
            publisher.publish(events);
        }
    }

    private static Envelope<?> envelope(String source, RejudgementRequested request, Because because) {
        String subject = Keys.of(request.district(), request.student());
        return new Envelope<>(
                EventIds.of(cause(because, request), RejudgementRequested.TYPE, subject, 0),
                source,
                subject,
                because.offset() + 1,
                because.at(),
                null,
                request);
    }

    /** Names the rule's place and all that is asked: the same rule asks for more when it comes again in a larger poll. */
    private static String cause(Because because, RejudgementRequested request) {
        return because.topic() + '|' + because.partition() + '|' + because.offset() + '\n' + request.competencies();
    }

    /** Merges what one partition brought, so that each student is asked for once. */
    public static Map<String, Concern> merged(Map<String, Concern> concerns, String district, Concern concern) {
        concerns.merge(district, concern, RequestRejudgement::both);
        return concerns;
    }

    private static Concern both(Concern one, Concern other) {
        if (one instanceof Concern.AtSchools first && other instanceof Concern.AtSchools second) {
            Set<String> schools = new TreeSet<>(first.schools());
            schools.addAll(second.schools());
            return new Concern.AtSchools(schools);
        }
        if (one instanceof Concern.WithEvidence first && other instanceof Concern.WithEvidence second) {
            Set<String> evidence = new TreeSet<>(first.evidence());
            evidence.addAll(second.evidence());
            Set<String> judged = new TreeSet<>(first.judged());
            judged.addAll(second.judged());
            return new Concern.WithEvidence(evidence, judged);
        }
        return new Concern.Everybody();
    }
}
