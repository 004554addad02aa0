package io.pacelight.intervention.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of an input. */
public sealed interface Verdict {
    /** It holds; without events it changed nothing. */
    record Accepted(List<WatchEvent> events) implements Verdict {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** A teacher asked for what cannot be; {@code state} is that of the conference, missing where there is no such one. */
    record Refused(Conference.@Nullable State state, String why) implements Verdict {}
}
