package io.pacelight.roster.adapter.in.web;

import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.web.Refused;
import io.pacelight.roster.application.RosterRecords;
import io.pacelight.roster.application.rowwise.Desk;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Lets only a district's data desk change the roster. */
public final class DataDesk {
    private final Viewers viewers;
    private final RosterRecords records;
    private final SchoolClock clock;

    public DataDesk(Viewers viewers, RosterRecords records, SchoolClock clock) {
        this.viewers = viewers;
        this.records = records;
        this.clock = clock;
    }

    /** Whoever asks, if it is the data desk. */
    Viewer viewer() {
        Viewer viewer = viewers.current();
        if (!viewer.dataDesk()) {
            throw new Refused(
                    HttpStatus.FORBIDDEN,
                    "Only for the data desk",
                    "Only the district's data desk may change the roster; ask it to do this for you",
                    List.of());
        }
        return viewer;
    }

    /** A request of the data desk under way. */
    Desk open() {
        return new Desk(records, viewer().district(), UUID.randomUUID().toString(), clock.now());
    }
}
