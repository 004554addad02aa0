package io.pacelight.local.demo;

import io.pacelight.simulator.DemoUser;
import io.pacelight.simulator.District;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Staff;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What teachers do: when their class begins each starts conferences with the first of its queue, and has held them when it
 * is over. The classes of those whom the sign-in page offers wait for whoever signs in.
 */
final class DemoTeachers implements DemoPlayer.Part {
    private static final Logger LOG = LoggerFactory.getLogger(DemoTeachers.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_A_MEETING = 2;

    /** So that a fast clock does not keep the students waiting for their teachers. */
    private static final int BELLS_AT_ONCE = 12;

    private static final int NEXT_STEP_IN_DAYS = 7;

    private final List<Section> sections;
    private final Map<String, Api> teachers = new HashMap<>();
    private final Deque<Bell> rung = new ArrayDeque<>();
    private Instant heardUntil;

    /** @param as the API as a user of the roster calls it */
    DemoTeachers(District district, Function<String, Api> as, Instant from) {
        this.heardUntil = from;
        Set<String> signIns =
                district.demoUsers().stream().map(DemoUser::sourcedId).collect(Collectors.toSet());
        this.sections = district.sections().stream()
                .filter(section -> !signIns.contains(section.teacher()))
                .toList();
        Set<String> teaching = sections.stream().map(Section::teacher).collect(Collectors.toSet());
        for (Staff member : district.staff())
            if (teaching.contains(member.id())) teachers.put(member.id(), as.apply(member.username()));
    }

    @Override
    public void play(Instant now) {
        rung.addAll(Bell.between(sections, heardUntil, now));
        heardUntil = now;
        for (int i = 0; i < BELLS_AT_ONCE && !rung.isEmpty(); i++) {
            hear(rung.getFirst());
            rung.removeFirst();
        }
    }

    private void hear(Bell bell) {
        Api api = teachers.get(bell.section().teacher());
        if (api == null) return;
        JsonNode queue = api.get(
                        "/api/intervention/v1/classes/" + bell.section().id() + "/conferences")
                .path("conferences");
        int started = 0;
        for (JsonNode conference : queue) {
            String state = conference.path("state").asString();
            if (!bell.begins() && state.equals("STARTED")) {
                end(api, conference, DemoSchool.dayOf(bell.at()));
            } else if (bell.begins() && state.equals("OPEN") && started < AT_A_MEETING) {
                command(api, conference, "start", Map.of());
                started++;
            }
        }
    }

    private static void end(Api api, JsonNode conference, LocalDate today) {
        String nextStep = conference.path("prefilledNextStep").asString();
        switch (Math.floorMod(conference.path("id").asString().hashCode(), 8)) {
            case 0 -> command(api, conference, "not-needed", Map.of("reason", "Was already back at work"));
            case 1, 2 -> command(api, conference, "done", Map.of("outcome", "UNSTUCK", "nextStep", nextStep));
            case 3, 4 -> command(api, conference, "done", Map.of("outcome", "RETEACH", "nextStep", nextStep));
            default ->
                command(
                        api,
                        conference,
                        "done",
                        Map.of(
                                "outcome",
                                "PLAN",
                                "nextStep",
                                nextStep,
                                "nextStepOn",
                                today.plusDays(NEXT_STEP_IN_DAYS).toString()));
        }
    }

    /** One that progress has closed meanwhile, or a co-teacher has taken, is no longer this teacher's to hold. */
    private static void command(Api api, JsonNode conference, String what, Map<String, String> body) {
        String path =
                "/api/intervention/v1/conferences/" + conference.path("id").asString() + "/" + what;
        try {
            api.post(path, "application/json", JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        } catch (Api.Refused e) {
            if (e.status() >= 500) throw e;
            LOG.atDebug().log("a teacher of the demo was refused: {}", e.status());
        }
    }
}
