package io.pacelight.progression.adapter.in.web;

import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.progression.application.CountStates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the states of the district come to, for the data desk. */
@RestController
@RequestMapping("/api/progression/v1/totals")
public class TotalsController {
    private final CountStates count;
    private final Viewers viewers;

    public TotalsController(CountStates count, Viewers viewers) {
        this.count = count;
        this.viewers = viewers;
    }

    @GetMapping
    CountStates.Totals totals() {
        Viewer viewer = viewers.current();
        if (!viewer.dataDesk()) {
            throw new OutsideScope("Totals");
        }
        return count.of(viewer.district());
    }
}
