package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.SharedGap;
import io.pacelight.dashboard.domain.Sparkline;
import io.pacelight.dashboard.domain.StackBar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Next bell as it is printed: whom to see, in which order, and how the class stands. */
public record NextBellPage(
        String classId,
        @Nullable String title,
        String eyebrow,
        String sub,
        @Nullable Queue queue,
        @Nullable Side side) {

    /** The queue; names may follow a little later; notice says why the last action was refused. */
    public record Queue(
            String classId,
            List<Row> first,
            List<Row> rest,
            int minutes,
            int meetingMinutes,
            boolean namesFollow,
            @Nullable String notice,
            @Nullable String focus) {}

    /** One conference. */
    public record Row(
            String id,
            int number,
            String name,
            String cause,
            String tag,
            String lead,
            String reason,
            @Nullable String iCan,
            @Nullable String code,
            @Nullable String cellHref,
            String studentHref,
            String stuck,
            Sparkline spark,
            String sparkWords,
            boolean started,
            @Nullable String startedBy,
            String nextStep) {}

    /** The right column. */
    public record Side(
            ClassGrid.@Nullable Unit unit,
            StackBar stack,
            ClassGrid.Summary summary,
            @Nullable SharedGap gap,
            String gridHref) {}
}
