package io.pacelight.events;

import java.util.List;

/** A course's units and competencies in teaching order. */
public record PathwayChanged(String district, String course, List<PathwayUnit> units) implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.pathway-changed.v1";

    public PathwayChanged {
        units = List.copyOf(units);
    }

    @Override
    public String key() {
        return Keys.of(district, "pathway", course);
    }
}
