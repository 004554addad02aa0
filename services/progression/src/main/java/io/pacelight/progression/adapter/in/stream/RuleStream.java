package io.pacelight.progression.adapter.in.stream;

import io.pacelight.events.CalendarChanged;
import io.pacelight.events.Event;
import io.pacelight.events.MasteryPolicyChanged;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.Settling;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.Received;
import io.pacelight.progression.application.RequestRejudgement;
import io.pacelight.progression.application.RequestRejudgement.Because;
import io.pacelight.progression.application.RequestRejudgement.Concern;
import io.pacelight.progression.domain.policy.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Changed rules: each becomes one input a student, and nobody is notified. */
public final class RuleStream implements BatchHandler {
    private final RequestRejudgement rejudgement;
    private final ReferenceBook book;
    private final Settling settling;
    private final Predicate<Received.Place> stoodBefore;

    /**
     * @param stoodBefore whether a fact is only read again, during a rebuild that looks at everything in the end
     */
    public RuleStream(
            RequestRejudgement rejudgement,
            ReferenceBook book,
            Settling settling,
            Predicate<Received.Place> stoodBefore) {
        this.stoodBefore = stoodBefore;
        this.rejudgement = rejudgement;
        this.book = book;
        this.settling = settling;
    }

    private record Source(String topic, int partition) {}

    @Override
    public Map<Received.Place, String> handle(List<Received> events) {
        Map<Received.Place, String> bad = new HashMap<>();
        Map<Source, Map<String, Concern>> concerns = new LinkedHashMap<>();
        Map<Source, Received> last = new HashMap<>();
        for (Received received : events) {
            if (stoodBefore.test(received.place())) {
                continue;
            }
            try {
                concern(received.event()).ifPresent(concern -> {
                    Source source = new Source(
                            received.place().topic(), received.place().partition());
                    RequestRejudgement.merged(
                            concerns.computeIfAbsent(source, _ -> new LinkedHashMap<>()),
                            received.event().district(),
                            concern);
                    last.put(source, received);
                });
            } catch (IllegalArgumentException e) {
                bad.put(received.place(), "breaks the contract: " + e.getClass().getSimpleName());
            }
        }
        if (concerns.isEmpty()) {
            return bad;
        }
        last.values().forEach(received -> book.awaitRead(received.place()));
        settling.await();
        concerns.forEach((source, byDistrict) -> {
            Received latest = last.get(source);
            if (latest != null) {
                byDistrict.forEach((district, concern) -> rejudgement.request(district, concern, because(latest)));
            }
        });
        return bad;
    }

    private static Optional<Concern> concern(Event event) {
        return switch (event) {
            case MasteryPolicyChanged changed ->
                Optional.of(
                        switch (Scope.parse(changed.scope())) {
                            case Scope.District _ -> new Concern.Everybody();
                            case Scope.School school -> new Concern.AtSchools(Set.of(school.id()));
                            case Scope.Competency competency ->
                                new Concern.WithEvidence(Set.of(competency.code()), Set.of(competency.code()));
                        });
            case CalendarChanged changed -> Optional.of(new Concern.AtSchools(Set.of(changed.school())));
            case OrgChanged changed -> Optional.of(new Concern.AtSchools(Set.of(changed.org())));
            case PrerequisitesChanged changed ->
                Optional.of(new Concern.WithEvidence(Set.copyOf(changed.requires()), Set.of(changed.competency())));
            default -> Optional.empty();
        };
    }

    private static Because because(Received received) {
        return new Because(
                received.place().topic(),
                received.place().partition(),
                received.place().offset(),
                received.envelope().time());
    }
}
