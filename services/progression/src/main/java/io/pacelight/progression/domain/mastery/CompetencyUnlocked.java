package io.pacelight.progression.domain.mastery;

import java.util.List;

/**
 * All prerequisites of a competency are met now.
 *
 * @param because the prerequisites, by code
 */
public record CompetencyUnlocked(String competency, List<String> because) implements ProgressionEvent {
    public CompetencyUnlocked {
        because = List.copyOf(because);
    }
}
