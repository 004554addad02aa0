package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The drawer: one student on one competency, why the level is what it is, and the form for the next attempt. */
public record EvidencePage(
        String classId,
        String studentId,
        String studentName,
        String studentHref,
        String code,
        String name,
        @Nullable String iCan,
        State state,
        String stateWord,
        @Nullable String shown,
        @Nullable String sentence,
        @Nullable String missing,
        @Nullable String progress,
        @Nullable String policy,
        @Nullable String target,
        boolean judged,
        boolean timelineReady,
        int attempts,
        List<Item> items,
        List<ClassGrid.ScaleLevel> levels,
        String key) {

    public EvidencePage {
        items = List.copyOf(items);
        levels = List.copyOf(levels);
    }

    /** One attempt. */
    public record Item(String when, State state, String stateWord, String title, List<String> notes, boolean counted) {}
}
