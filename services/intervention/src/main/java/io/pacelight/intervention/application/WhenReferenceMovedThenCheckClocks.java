package io.pacelight.intervention.application;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.CalendarChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClockCheckRequested;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventIds;
import io.pacelight.events.Keys;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.TermChanged;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.Settling;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.stream.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Makes, of a changed plan, calendar, schedule or term, one input for each student whose clocks it concerns. */
public final class WhenReferenceMovedThenCheckClocks {
    /** Above this the event would tell a whole school's classes to each student; the clocks are all looked at anyway. */
    private static final int MOST_NAMED = 20;

    private final String source;
    private final ReferenceBook book;
    private final Settling settling;
    private final Watches watches;
    private final EventPublisher publisher;

    public WhenReferenceMovedThenCheckClocks(
            String source, ReferenceBook book, Settling settling, Watches watches, EventPublisher publisher) {
        this.source = source;
        this.book = book;
        this.settling = settling;
        this.watches = watches;
        this.publisher = publisher;
    }

    /** Facts of one district that stood in one partition: whoever has read the last of them has read them all. */
    private record Group(String district, String topic, int partition) {}

    /** Takes facts as they stand on their topics; when it returns, every student concerned has an input. */
    public void take(List<Received> facts) {
        Map<Group, Set<String>> classes = new LinkedHashMap<>();
        Map<Group, Received> last = new HashMap<>();
        for (Received fact : facts) {
            if (!moves(fact.event())) continue;
            book.awaitRead(fact.place());
            Set<String> concerned = classes(fact.event());
            if (concerned.isEmpty()) continue;
            Group group = new Group(
                    fact.event().district(), fact.place().topic(), fact.place().partition());
            classes.computeIfAbsent(group, ignored -> new TreeSet<>()).addAll(concerned);
            last.put(group, fact);
        }
        if (last.isEmpty()) return;
        settling.await();
        last.forEach((group, fact) -> {
            Set<String> concerned = classes.getOrDefault(group, Set.of());
            watches.studentsIn(group.district(), concerned, students -> request(students, concerned, fact));
        });
    }

    private void request(List<String> students, Set<String> concerned, Received because) {
        List<Envelope<?>> requests = new ArrayList<>(students.size());
        Received.Place place = because.place();
        String district = because.event().district();
        List<String> named = concerned.size() > MOST_NAMED ? List.of() : List.copyOf(concerned);
        for (String student : students) {
            String subject = Keys.of(district, student);
            requests.add(new Envelope<>(
                    // the same fact asks for more when it comes again in a larger poll
                    EventIds.of(place.toString() + '\n' + named, ClockCheckRequested.TYPE, subject, 0),
                    source,
                    subject,
                    place.offset(),
                    because.envelope().time(),
                    null,
                    new ClockCheckRequested(
                            district, student, named, place.topic(), place.partition(), place.offset())));
        }
        publisher.publish(requests);
    }

    private static boolean moves(Event event) {
        return event instanceof ClassChanged
                || event instanceof BellScheduleChanged
                || event instanceof PacingPlanChanged
                || event instanceof CalendarChanged
                || event instanceof TermChanged
                || event instanceof PathwayChanged
                || event instanceof OrgChanged;
    }

    private Set<String> classes(Event event) {
        if (event instanceof ClassChanged fact) return Set.of(fact.classId());
        if (event instanceof BellScheduleChanged fact) return Set.of(fact.classId());
        if (event instanceof PacingPlanChanged fact) return Set.of(fact.classId());
        if (event instanceof CalendarChanged fact)
            return where(event, known -> known.school().equals(fact.school()));
        if (event instanceof TermChanged fact)
            return where(event, known -> known.terms().contains(fact.term()));
        if (event instanceof PathwayChanged fact)
            return where(event, known -> known.course().equals(fact.course()));
        if (event instanceof OrgChanged fact)
            return where(event, known -> known.school().equals(fact.org()));
        return Set.of();
    }

    private Set<String> where(Event event, Predicate<ClassChanged> concerned) {
        Set<String> classes = new TreeSet<>();
        for (ClassChanged known : book.all(ClassChanged.class))
            if (known.district().equals(event.district()) && concerned.test(known)) classes.add(known.classId());
        return classes;
    }
}
