package io.pacelight.local.demo;

import io.pacelight.simulator.District;
import io.pacelight.simulator.learning.Attempt;
import io.pacelight.simulator.school.SchoolYear;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What students do for the rest of the year: their attempts when they are due, and each morning who is absent. */
final class DemoStudents implements DemoPlayer.Part {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStudents.class);
    private static final int ONE_BY_ONE = 60;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final District district;
    private final DemoLoader loader;
    private final Api api;
    private final DemoProgress progress;
    private final Iterator<Attempt> year;
    private List<Attempt> pending = new ArrayList<>();
    private @Nullable Attempt next;

    DemoStudents(District district, DemoLoader loader, Api api, DemoProgress progress) {
        this.district = district;
        this.loader = loader;
        this.api = api;
        this.progress = progress;
        Instant from = progress.fedUntil().orElse(DemoSchool.begins());
        this.year = district.attempts(from, District.startOf(SchoolYear.LAST_DAY.plusDays(1)))
                .iterator();
        this.next = year.hasNext() ? year.next() : null;
    }

    @Override
    public void play(Instant now) {
        attend(now);
        feed(now);
    }

    private void attend(Instant now) {
        LocalDate today = DemoSchool.dayOf(now);
        LocalDate last = progress.attendedUntil().orElse(today);
        if (!last.isBefore(today)) {
            return;
        }
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try {
            district.writeAttendance(csv, last.plusDays(1), today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api.post("/api/roster/v1/attendance", "text/csv", csv.toByteArray());
        progress.attended(today);
    }

    private void feed(Instant now) {
        while (next != null && !next.assessedAt().isAfter(now)) {
            pending.add(next);
            next = year.hasNext() ? year.next() : null;
        }
        if (pending.isEmpty()) {
            return;
        }
        Instant until = pending.getLast().assessedAt().plusNanos(1);
        if (pending.size() > ONE_BY_ONE) {
            loader.send(pending.getFirst().assessedAt(), until);
        } else {
            pending.forEach(this::send);
        }
        progress.fed(until);
        pending = new ArrayList<>();
    }

    private void send(Attempt attempt) {
        try {
            api.postOnce("/api/assessment/v1/attempts", attempt.attemptId(), JSON.writeValueAsBytes(body(attempt)));
        } catch (Api.Refused e) {
            if (e.status() >= 500) {
                throw e;
            }
            LOG.atWarn().addKeyValue("attempt", attempt.attemptId()).log("refused: {}", e.getMessage());
        }
    }

    private static Map<String, Object> body(Attempt attempt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("attemptId", attempt.attemptId());
        body.put("studentSourcedId", attempt.studentSourcedId());
        body.put("competency", attempt.competencyCode());
        body.put("kind", attempt.kind().name());
        if (attempt.level() != null) {
            body.put("level", attempt.level());
        } else if (attempt.score() != null && attempt.maxScore() != null) {
            body.put("score", attempt.score());
            body.put("maxScore", attempt.maxScore());
        }
        body.put("assessedAt", attempt.assessedAt().toString());
        body.put("formId", attempt.formId());
        body.put("format", attempt.format());
        body.put("context", attempt.context());
        body.put("assisted", attempt.assisted());
        return body;
    }
}
