package io.pacelight.observability;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.pacelight.local.LocalDistrict;
import io.pacelight.local.Options;
import io.pacelight.local.Ports;
import io.pacelight.local.Steps;
import io.pacelight.local.demo.Api;
import io.pacelight.local.demo.Demo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One small demo district for all tests of this JVM: every service, with what its users bring along. */
final class LiveDistrict {
    static final List<String> SERVICES = List.of("roster", "assessment", "progression", "intervention", "reporting");

    private static final int STUDENTS = 100;
    private static final int SPEED = 1;
    private static final int PAGES_MANAGEMENT = freePort();
    private static final LocalDistrict DISTRICT = start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private LiveDistrict() {}

    private static LocalDistrict start() {
        try {
            System.setProperty("PACELIGHT_DASHBOARD_MANAGEMENT_PORT", Integer.toString(PAGES_MANAGEMENT));
            System.setProperty("pacelight.measure-every", "1s");
            System.setProperty("management.tracing.sampling.probability", "1.0");
            Path data = Files.createTempDirectory("pacelight-observability-");
            Options options = new Options(data, Ports.freePair(), STUDENTS, SPEED, true, false, null);
            LocalDistrict started = LocalDistrict.start(options, new Steps(System.out));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "observability-stop"));
            Demo.offerPeople(started.people(), STUDENTS);
            Demo.play(started.address(), started::token, started.clock(), data, STUDENTS, SPEED, System.out::println);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalDistrict district() {
        return DISTRICT;
    }

    static Api as(String username) {
        return new Api(DISTRICT.address(), () -> DISTRICT.token(username));
    }

    /** The username of somebody who teaches there. */
    static String teacher() {
        return DISTRICT.people().all().stream()
                .filter(person -> person.role().equals("Teacher"))
                .findFirst()
                .orElseThrow()
                .username();
    }

    /** Every span that has ended so far. */
    static Stream<SpanData> traces() {
        return SpansInMemory.finished().stream();
    }

    /** What every part says of itself at this moment, in Prometheus' text form, by its name. */
    static Map<String, String> scraped() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String service : SERVICES) pages.put(service, page(DISTRICT.service(service)));
        pages.put("dashboard", page(URI.create("http://127.0.0.1:" + PAGES_MANAGEMENT)));
        return pages;
    }

    private static String page(URI address) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(address.resolve("/actuator/prometheus"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new AssertionError(address + " answers " + answer.statusCode());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
