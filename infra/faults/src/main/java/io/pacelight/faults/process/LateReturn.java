package io.pacelight.faults.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.pacelight.simulator.school.SchoolYear;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * Intervention is away while a student masters what is due and while the due instant passes; when it comes back, nobody
 * asks for a conference about it. Another student, who did not master, shows that the clocks did strike meanwhile.
 */
final class LateReturn {
    private static final String INVARIANT = "I3 mastered while intervention was away: no task";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Installation installation;
    private final Report report;
    private Light mastered = Light.NONE;
    private Light missed = Light.NONE;

    /** A target that is running for a student in a class. */
    private record Light(String student, String classId, String competency, Instant target, int episode) {
        private static final Light NONE = new Light("", "", "", Instant.EPOCH, 0);
    }

    LateReturn(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    /** Returns when intervention is back; the school clock then stands behind both targets. */
    void play() {
        Installation.Instance intervention = installation.instance(Part.INTERVENTION);
        intervention.jvm().stop();
        List<Light> running = running();
        Optional<Light> first = running.stream().min(Comparator.comparing(Light::target));
        Optional<Light> other = running.stream()
                .filter(light -> first.isPresent() && !light.student.equals(first.get().student))
                .min(Comparator.comparing(Light::target));
        if (first.isEmpty() || other.isEmpty())
            throw new IllegalStateException("no two students have a running target; there is nothing to play with");
        mastered = first.get();
        missed = other.get();
        master(mastered);
        Instant after = mastered.target.isAfter(missed.target) ? mastered.target : missed.target;
        installation.schoolTime(after.plus(Duration.ofMinutes(5)));
        report.say("a student mastered while intervention was away, and the target passed");
        intervention.launch();
        intervention.awaitReady();
    }

    /** Night of the school day on which the clock stands. */
    Instant night() {
        LocalDate day = LocalDate.ofInstant(installation.schoolTime(), SchoolYear.ZONE);
        return day.atTime(22, 0).atZone(SchoolYear.ZONE).toInstant();
    }

    void check(List<Ledger.Fact> tasks) {
        report.checked(INVARIANT, 1);
        if (struck(tasks, mastered)) report.violated(INVARIANT, mastered + " struck although it was mastered");
        if (!struck(tasks, missed)) report.violated(INVARIANT, missed + " never struck, so nothing is proven");
    }

    private static boolean struck(List<Ledger.Fact> tasks, Light light) {
        for (Ledger.Fact fact : tasks) {
            JsonNode data = fact.data();
            if (data == null || !data.path("student").asString("").equals(light.student)) continue;
            for (JsonNode reason : data.path("task").path("reasons"))
                if (reason.path("target").asString("").equals("pace:" + light.competency)
                        && reason.path("episode").asInt() >= light.episode) return true;
        }
        return false;
    }

    private List<Light> running() {
        List<Light> running = new ArrayList<>();
        Instant now = installation.schoolTime();
        try (MongoClient store = MongoClients.create(installation.storeUri())) {
            for (Document watch :
                    store.getDatabase("intervention").getCollection("watches").find()) {
                String student = watch.getString("_id").substring(Installation.DISTRICT.length() + 1);
                for (List<?> row : watch.get("s", Document.class).getList("lights", List.class))
                    for (Object light : (List<?>) row.get(1)) {
                        List<?> cells = (List<?>) light;
                        Light one = new Light(
                                student,
                                (String) row.get(0),
                                (String) cells.get(0),
                                Instant.ofEpochMilli(((Number) cells.get(3)).longValue()),
                                ((Number) cells.get(4)).intValue());
                        boolean open =
                                cells.get(1).equals("ON_PACE") || cells.get(1).equals("WATCH");
                        if (open && one.target.isAfter(now) && !isMastered(store, one)) running.add(one);
                    }
            }
        }
        return running;
    }

    private static boolean isMastered(MongoClient store, Light light) {
        Document mastery = store.getDatabase("progression")
                .getCollection("masteries")
                .find(Filters.eq("_id", Installation.DISTRICT + "|" + light.student + "|" + light.competency))
                .first();
        Document now = mastery == null ? null : mastery.get("s", Document.class).get("now", Document.class);
        return now != null && now.getString("by") != null;
    }

    /** Three demonstrations on three days in three contexts. */
    private void master(Light light) {
        StringBuilder csv =
                new StringBuilder("attemptId,student,competencyCode,kind,level,assessedAt,formId,format,context\n");
        for (int i = 0; i < 3; i++)
            csv.append(String.join(
                            ",",
                            "late-" + i,
                            light.student,
                            light.competency,
                            "SUMMATIVE",
                            "4",
                            "2026-10-2" + (1 + i) + "T23:30:00Z",
                            "late-form-" + i,
                            "format-" + i,
                            "context-" + i))
                    .append('\n');
        installation
                .instance(Part.ASSESSMENT)
                .http()
                .post(
                        "/api/assessment/v1/attempt-batches",
                        "text/csv",
                        csv.toString().getBytes(StandardCharsets.UTF_8));
        try (MongoClient store = MongoClients.create(installation.storeUri())) {
            Pause.until("the late student has mastered", PATIENCE, () -> isMastered(store, light));
        }
    }
}
