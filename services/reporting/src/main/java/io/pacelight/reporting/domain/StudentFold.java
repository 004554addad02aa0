package io.pacelight.reporting.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Absorbs facts into a student's state; copies each map once, however many facts a batch has. */
final class StudentFold {
    /** How many closed conferences of a class are kept. */
    static final int CLOSED_KEPT = 10;

    private static final Comparator<Conference> LATEST_FIRST = Comparator.comparing(Conference::endedAt)
            .thenComparing(Conference::id)
            .reversed();

    private final StudentState before;
    private final Map<String, Competence> competencies;
    private final Map<String, Standing> classes = new HashMap<>();
    private final Map<String, Conference> conferences;
    private final Map<String, String> recorded = new HashMap<>();
    private final List<String> voided = new ArrayList<>();
    private final Set<String> everAt;
    private @Nullable Placement placement;

    StudentFold(StudentState before) {
        this.before = before;
        placement = before.placement();
        competencies = new HashMap<>(before.competencies());
        before.classes().forEach((classId, standing) -> classes.put(classId, new Standing(standing)));
        conferences = new HashMap<>(before.conferences());
        everAt = new HashSet<>(before.everAt());
    }

    void absorb(StudentFact fact) {
        switch (fact) {
            case StudentFact.Placed(Placement placed) -> place(placed);
            case StudentFact.Judged(String competency, Competence judged) ->
                competencies.merge(competency, judged, (old, now) -> now.sequence() > old.sequence() ? now : old);
            case StudentFact.Lit(String classId, Map<String, Light> lights) -> light(classId, lights);
            case StudentFact.StallChanged(String classId, Stall stall) -> stall(classId, stall);
            case StudentFact.ConferenceChanged(Conference conference) -> confer(conference);
            case StudentFact.Recorded(String competency, Evidence evidence) ->
                recorded.put(evidence.attempt(), evidence.piece(competency));
            case StudentFact.Voided(String competency, String attempt) -> voided.add(attempt);
        }
    }

    StudentState state() {
        forget();
        Map<String, ClassStanding> standings = new HashMap<>();
        classes.forEach((classId, standing) -> standings.put(classId, standing.freeze()));
        return new StudentState(
                before.district(),
                before.student(),
                placement,
                competencies,
                standings,
                conferences,
                before.attempts().with(recorded, voided),
                everAt);
    }

    private void place(Placement placed) {
        everAt.addAll(placed.schools());
        placed.enrolments().forEach(enrolment -> everAt.add(enrolment.school()));
        if (placement == null || placed.sequence() > placement.sequence()) placement = placed;
    }

    private void light(String classId, Map<String, Light> lights) {
        Map<String, Light> rows = standing(classId).lights;
        lights.forEach((competency, light) ->
                rows.merge(competency, light, (old, now) -> now.sequence() > old.sequence() ? now : old));
    }

    private void stall(String classId, Stall stall) {
        Standing standing = standing(classId);
        if (standing.stall == null || stall.sequence() > standing.stall.sequence()) standing.stall = stall;
    }

    private void confer(Conference conference) {
        Conference known = conferences.get(conference.id());
        if (known == null) {
            Instant forgotten = standing(conference.classId()).forgottenUntil;
            if (forgotten != null && conference.openedAt().isBefore(forgotten)) return;
        } else if (conference.sequence() <= known.sequence()) {
            return;
        }
        conferences.put(conference.id(), conference);
    }

    private void forget() {
        if (conferences.size() <= CLOSED_KEPT) return;
        Map<String, List<Conference>> closed = new HashMap<>();
        for (Conference conference : conferences.values())
            if (!conference.isOpen())
                closed.computeIfAbsent(conference.classId(), none -> new ArrayList<>())
                        .add(conference);
        closed.forEach((classId, all) -> {
            all.sort(LATEST_FIRST);
            for (Conference old : all.subList(Math.min(CLOSED_KEPT, all.size()), all.size())) {
                conferences.remove(old.id());
                Standing standing = standing(classId);
                if (standing.forgottenUntil == null || old.endedAt().isAfter(standing.forgottenUntil))
                    standing.forgottenUntil = old.endedAt();
            }
        });
    }

    private Standing standing(String classId) {
        return classes.computeIfAbsent(classId, none -> new Standing(ClassStanding.EMPTY));
    }

    private static final class Standing {
        final Map<String, Light> lights;

        @Nullable
        Stall stall;

        @Nullable
        Instant forgottenUntil;

        Standing(ClassStanding from) {
            lights = new HashMap<>(from.lights());
            stall = from.stall();
            forgottenUntil = from.forgottenUntil();
        }

        ClassStanding freeze() {
            return new ClassStanding(lights, stall, forgottenUntil);
        }
    }
}
