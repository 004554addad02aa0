package io.pacelight.dashboard.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pacelight.dashboard.DashboardApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All services and the sign-in provider behind one port of the loopback; remembers what it was sent. */
public final class StubDistrict implements AutoCloseable {

    /** A command as it arrived. */
    public record Sent(String method, String path, Map<String, List<String>> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonMapper json = JsonMapper.builder().build();
    private final StubOidc oidc;
    private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile StubClass room = new StubClass();
    private volatile StubQueue queue = new StubQueue();
    private volatile boolean empty;

    public StubDistrict() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 50);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        oidc = new StubOidc(base());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void signsIn(String user) {
        oidc.signsIn(user);
    }

    public void down(String service) {
        down.add(service);
    }

    public void up(String service) {
        down.remove(service);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** As at the start: everything up, nothing sent, the class as it was. */
    public void reset() {
        down.clear();
        sent.clear();
        room = new StubClass();
        queue = new StubQueue();
        empty = false;
        oidc.signsIn("teacher");
    }

    /** A class without students and a queue without rows. */
    public void emptied() {
        empty = true;
        queue.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!oidc.handle(exchange)) {
                api(exchange);
            }
        } catch (IOException | RuntimeException e) {
            if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
                StubHttp.problem(exchange, 500, "Fault", String.valueOf(e));
            }
        }
    }

    private void api(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!authorization.startsWith("Bearer stub-")) {
            StubHttp.problem(exchange, 401, "Unauthorized", "A bearer token is missing.");
            return;
        }
        String user = authorization.substring("Bearer stub-".length());
        if (down.contains(path[2])) {
            StubHttp.problem(exchange, 503, "Service Unavailable", "down for a test");
            return;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, path);
            return;
        }
        Object answer =
                switch (path[4]) {
                    case "me" -> user.equals("stranger") ? Map.of() : answers().me(user);
                    case "stream" -> null;
                    case "classes" ->
                        !path[5].startsWith("c_") || user.equals("district")
                                ? Map.of()
                                : path[6].equals("grid")
                                        ? (path[5].equals("c_big") ? new StubAnswers(StubClass.big()) : answers())
                                                .grid(path[5], empty)
                                        : queue.answer(path[5]);
                    case "students" ->
                        path.length > 6
                                ? answers().judgement(path[5], path[7])
                                : answers().student(path[5]);
                    case "schools" ->
                        user.equals("teacher") ? Map.of() : answers().summary(false);
                    case "districts" -> user.equals("district") ? answers().summary(true) : Map.of();
                    default -> Map.of();
                };
        if (answer == null) {
            stream(exchange);
        } else if (answer.equals(Map.of())) {
            StubHttp.problem(exchange, 404, "Not Found", "Nothing here for you.");
        } else {
            StubHttp.json(exchange, 200, json.writeValueAsString(answer));
        }
    }

    private StubAnswers answers() {
        return new StubAnswers(room);
    }

    private void post(HttpExchange exchange, String[] path) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        sent.add(new Sent("POST", exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
        if (path[4].equals("attempt-batches")) {
            StubHttp.json(exchange, 202, "{\"id\":\"batch_1\"}");
            return;
        }
        if (path[2].equals("assessment")) {
            JsonNode attempt = json.readTree(body);
            StubHttp.json(exchange, 201, "{\"attemptId\":\"att_1\"}");
            if (attempt.has("student")) {
                judgeLater(attempt);
            }
            return;
        }
        if (!queue.command(path[5], path[6])) {
            StubHttp.problem(exchange, 409, "Conflict", "The conference is already started.");
            return;
        }
        StubHttp.json(exchange, 200, "{}");
        changed("class", "c_math8");
    }

    private void judgeLater(JsonNode attempt) {
        threads.execute(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(400);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            String student = attempt.get("student").asString();
            room.student(student)
                    .cells()
                    .computeIfAbsent(attempt.get("competency").asString(), code -> new StubClass.Cell())
                    .levels
                    .add(attempt.get("level").asDouble());
            changed("student", student);
            changed("class", "c_math8");
        });
    }

    public void changed(String kind, String id) {
        byte[] event = "event: changed\nid: 1\ndata: {\"kind\":\"%s\",\"id\":\"%s\",\"at\":\"%s\"}\n\n"
                .formatted(kind, id, StubClass.NOW)
                .getBytes(StandardCharsets.UTF_8);
        for (OutputStream stream : streams) {
            try {
                stream.write(event);
                stream.flush();
            } catch (IOException e) {
                streams.remove(stream);
            }
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        streams.add(out);
        while (streams.contains(out)) {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
                out.write(": beat\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                streams.remove(out);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                streams.remove(out);
            }
        }
    }

    @Override
    public void close() {
        streams.clear();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The properties by which the pages find this district. */
    public Map<String, String> properties() {
        return Map.of(
                "pacelight.issuer", base(),
                "pacelight.services.roster", base(),
                "pacelight.services.assessment", base(),
                "pacelight.services.progression", base(),
                "pacelight.services.intervention", base(),
                "pacelight.services.reporting", base());
    }

    /** To look at the pages without the services: port 8080, or the one given; then the user to sign in as. */
    public static void main(String[] arguments) {
        StubDistrict district = new StubDistrict();
        district.properties().forEach(System::setProperty);
        System.setProperty("server.port", arguments.length > 0 ? arguments[0] : "8080");
        district.signsIn(arguments.length > 1 ? arguments[1] : "teacher");
        DashboardApplication.main(new String[0]);
    }
}
