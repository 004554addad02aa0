package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The other classes of the viewer, to change over without going back. */
final class Choosers {
    private Choosers() {}

    /** One class to go to. */
    public record Choice(
            String href,
            String title,
            @Nullable String period,
            @Nullable String school,
            boolean here) {}

    static List<Choice> of(@Nullable Viewer viewer, String classId, boolean toNextBell) {
        if (viewer == null) {
            return List.of();
        }
        return viewer.classes().stream()
                .map(c -> new Choice(
                        toNextBell ? Links.nextBell(c.id()) : Links.grid(c.id()),
                        c.title(),
                        c.period(),
                        c.school() == null ? null : c.school().name(),
                        c.id().equals(classId)))
                .toList();
    }
}
