package io.pacelight.events;

import java.util.List;

/** The competencies that come directly before {@code competency}; the whole map is acyclic. */
public record PrerequisitesChanged(String district, String competency, List<String> requires)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.prerequisites-changed.v1";

    public PrerequisitesChanged {
        requires = List.copyOf(requires);
    }

    @Override
    public String key() {
        return Keys.of(district, "prerequisites", competency);
    }
}
