package io.pacelight.events;

import java.util.List;

/** One unit of a pathway. */
public record PathwayUnit(String title, List<String> competencies) {
    public PathwayUnit {
        competencies = List.copyOf(competencies);
    }
}
