package io.pacelight.roster.application.fold;

import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.SchoolDay;
import java.util.List;

/** What becomes of a fact. */
public sealed interface FactChange {
    /** The fact is now this. */
    record Put(ReferenceEvent fact) implements FactChange {}

    /** These days of a school's calendar are now so; other days stay. */
    record PutDays(String district, String school, List<SchoolDay> days) implements FactChange {
        public PutDays {
            days = List.copyOf(days);
        }
    }
}
