package io.pacelight.intervention.application;

import io.pacelight.intervention.domain.ClassFacts;
import io.pacelight.intervention.domain.ClassTime;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.ConferenceQueue;
import io.pacelight.intervention.domain.ConferenceView;
import io.pacelight.intervention.domain.StudentWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue of conferences that a teacher sees for one class. */
public final class ClassConferences {
    private final Watches watches;
    private final ClassBooks books;

    /** The class's current or next meeting; none after the last one. */
    public record Meeting(
            Instant startsAt,
            Instant endsAt,
            long minutes,
            @Nullable String period,
            boolean inProgress) {}

    /** One conference in its place. */
    public record Row(String student, ConferenceView view, boolean offered, long version) {}

    /** The whole queue; {@code offered} is how many fit in the meeting. */
    public record Queue(@Nullable Meeting meeting, int offered, List<Row> rows) {
        public Queue {
            rows = List.copyOf(rows);
        }
    }

    public ClassConferences(Watches watches, ClassBooks books) {
        this.watches = watches;
        this.books = books;
    }

    /** @param staff who asks, so that the day's eight are counted; none for somebody who teaches nobody */
    public Queue queue(String district, String classId, @Nullable String staff, Instant now) {
        ClassFacts facts = books.of(district).find(classId);
        Meeting meeting = facts == null ? null : meeting(facts.time(), now);
        int held = staff == null || facts == null
                ? 0
                : watches.heldSince(
                        district,
                        staff,
                        now.atZone(facts.time().zone())
                                .toLocalDate()
                                .atStartOfDay(facts.time().zone())
                                .toInstant(),
                        now);
        int capacity = meeting == null ? 0 : ConferenceQueue.capacity(meeting.minutes(), held);
        Map<String, Row> rows = new HashMap<>();
        List<ConferenceQueue.Waiting> waiting = new ArrayList<>();
        for (Watches.Stored stored : watches.waitingIn(district, List.of(classId))) {
            Conference open = stored.watch().openConference(classId);
            if (open == null) continue;
            ConferenceView view = ConferenceView.of(stored.watch(), open, facts, now);
            rows.put(open.id(), new Row(stored.watch().student(), view, false, stored.version()));
            waiting.add(new ConferenceQueue.Waiting(open, view.cause(), view.waited()));
        }
        List<Row> ordered = new ArrayList<>();
        for (ConferenceQueue.Place place : ConferenceQueue.order(waiting, capacity)) {
            Row row = rows.get(place.waiting().conference().id());
            if (row != null) ordered.add(new Row(row.student(), row.view(), place.offered(), row.version()));
        }
        return new Queue(meeting, capacity, ordered);
    }

    /** One conference as it is now, open or not. */
    public Row row(StudentWatch watch, Conference conference, long version, Instant now) {
        ClassFacts facts = books.of(watch.district()).find(conference.classId());
        ConferenceView view = ConferenceView.of(watch, conference, facts, now);
        return new Row(watch.student(), view, conference.state().isOpen(), version);
    }

    private static @Nullable Meeting meeting(ClassTime time, Instant now) {
        ClassTime.Sitting sitting = time.currentOrNext(now);
        if (sitting == null) return null;
        long minutes = sitting.length().toMinutes();
        return new Meeting(sitting.start(), sitting.end(), minutes, sitting.period(), !now.isBefore(sitting.start()));
    }
}
