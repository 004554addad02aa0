package io.pacelight.reporting.adapter.in.web;

import io.pacelight.kit.security.Viewers;
import io.pacelight.reporting.application.ReadClass;
import io.pacelight.reporting.application.ReadMe;
import io.pacelight.reporting.application.ReadStudent;
import io.pacelight.reporting.application.ReadTotals;
import io.pacelight.reporting.application.Reader;
import io.pacelight.reporting.application.view.DistrictView;
import io.pacelight.reporting.application.view.GridView;
import io.pacelight.reporting.application.view.MeView;
import io.pacelight.reporting.application.view.SchoolView;
import io.pacelight.reporting.application.view.StudentView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages of reporting; whatever lies outside the caller's scope is not found. */
@RestController
@RequestMapping("/api/reporting/v1")
public class ReportingController {
    private static final String PURPOSE = "X-Purpose";

    private final Viewers viewers;
    private final ReadMe me;
    private final ReadClass classes;
    private final ReadStudent students;
    private final ReadTotals totals;
    private final LiveFeed feed;

    public ReportingController(
            Viewers viewers, ReadMe me, ReadClass classes, ReadStudent students, ReadTotals totals, LiveFeed feed) {
        this.viewers = viewers;
        this.me = me;
        this.classes = classes;
        this.students = students;
        this.totals = totals;
        this.feed = feed;
    }

    /** Who is asking, and where this person may go. */
    @GetMapping("/me")
    MeView me() {
        return me.read(new Reader(viewers.current(), null));
    }

    /** Students by need and competencies in pathway order. District readers see names only with a purpose. */
    @GetMapping("/classes/{id}/grid")
    GridView grid(@PathVariable String id, @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose) {
        return classes.grid(new Reader(viewers.current(), purpose), id);
    }

    /** One student's record; each read is written down. District readers see the name only with a purpose. */
    @GetMapping("/students/{id}")
    StudentView student(
            @PathVariable String id, @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose) {
        return students.read(new Reader(viewers.current(), purpose), id);
    }

    /** One school, from its totals. */
    @GetMapping("/schools/{id}")
    SchoolView school(@PathVariable String id) {
        return totals.school(new Reader(viewers.current(), null), id);
    }

    /** The district, from its schools' totals, with freshness and ledger. */
    @GetMapping("/districts/{id}")
    DistrictView district(@PathVariable String id) {
        return totals.district(new Reader(viewers.current(), null), id);
    }

    /** Events named {@code changed}: which page of the caller's scope has something new. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream() {
        return feed.open(new Reader(viewers.current(), null));
    }
}
