package io.pacelight.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pacelight.simulator.DemoUser;
import io.pacelight.simulator.District;
import io.pacelight.simulator.Districts;
import io.pacelight.simulator.school.Section;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTeachersTest {
    private static final District DISTRICT = District.of(Districts.SEED, 600);

    /** The first bell of a Tuesday, by which the first period of some schools begins; it ends fifty minutes later. */
    private static final Instant FIRST_BELL = Instant.parse("2026-10-27T13:00:00Z");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String state = "OPEN";
    private HttpServer server;
    private DemoTeachers teachers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        teachers = new DemoTeachers(DISTRICT, user -> new Api(address, () -> user), FIRST_BELL.minusSeconds(1));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Every class has three conferences, all in the same state. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean list = exchange.getRequestMethod().equals("GET");
        if (!list) asked.add(path.substring(path.indexOf("conferences/") + "conferences/".length()));
        String conference = "{\"id\":\"" + path.replaceAll(".*(CLS-[^/]*).*", "$1") + ".%d\",\"state\":\"" + state
                + "\",\"prefilledNextStep\":\"Try once more\"}";
        String queue = String.join(",", conference.formatted(1), conference.formatted(2), conference.formatted(3));
        byte[] body = (list ? "{\"conferences\":[" + queue + "]}" : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Set<String> classes() {
        return asked.stream()
                .map(path -> path.substring(0, path.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    @Test
    void when_class_begins_the_first_two_of_the_queue_are_started() {
        teachers.play(FIRST_BELL);

        assertThat(asked).isNotEmpty().allMatch(path -> path.endsWith(".1/start") || path.endsWith(".2/start"));
        assertThat(asked).hasSize(2 * classes().size()).doesNotHaveDuplicates();
    }

    @Test
    void when_it_is_over_what_was_started_is_held_or_was_not_needed() {
        teachers.play(FIRST_BELL);
        Set<String> begun = classes();
        asked.clear();
        state = "STARTED";

        for (int minute = 1; minute <= 50; minute++) teachers.play(FIRST_BELL.plusSeconds(60L * minute));

        assertThat(classes()).isEqualTo(begun);

        assertThat(asked).isNotEmpty().allMatch(path -> path.endsWith("/done") || path.endsWith("/not-needed"));
        assertThat(asked).hasSize(3 * begun.size());
    }

    @Test
    void the_classes_of_those_who_may_sign_in_are_left_to_them() {
        Set<String> signIns =
                DISTRICT.demoUsers().stream().map(DemoUser::sourcedId).collect(Collectors.toSet());
        List<String> theirs = DISTRICT.sections().stream()
                .filter(section -> signIns.contains(section.teacher()))
                .map(Section::id)
                .toList();
        for (int minute = 0; minute < 8 * 60; minute += 5) teachers.play(FIRST_BELL.plusSeconds(60L * minute));

        assertThat(theirs).isNotEmpty();
        assertThat(asked).isNotEmpty().noneMatch(path -> theirs.stream().anyMatch(path::startsWith));
    }
}
