package io.pacelight.reporting.adapter.in.web;

import io.pacelight.kit.security.AccessScope;
import io.pacelight.reporting.adapter.out.stream.ChangeJson;
import io.pacelight.reporting.application.Change;
import io.pacelight.reporting.application.Reader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams changes to browsers. Each connection has a thread of its own (a virtual one), so a slow browser holds up
 * nobody, and the newest change of each page waits for it instead of a queue: the first goes out at once, more of the
 * same page half a second later, twice a second at most. A connection ends after a quarter of an hour; the browser
 * comes back with a fresh token and with it a fresh scope.
 */
public final class LiveFeed implements SmartLifecycle {
    /** Data of one event. */
    public record Changed(String kind, String id, Instant at) {}

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Duration heartbeat;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean running;

    public LiveFeed(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** Tells everybody who may see it. */
    public void tell(Change change) {
        for (Connection connection : connections) connection.offer(change);
    }

    SseEmitter open(Reader reader) {
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        Connection connection = new Connection(reader, emitter);
        emitter.onCompletion(connection::close);
        emitter.onTimeout(emitter::complete);
        emitter.onError(failed -> connection.close());
        connections.add(connection);
        Thread.ofVirtual().name("live-feed").start(connection::serve);
        return emitter;
    }

    /** Connections that are open. */
    public int open() {
        return connections.size();
    }

    static boolean sees(AccessScope scope, Change change) {
        if (!scope.district().equals(change.district())) return false;
        return switch (change.kind()) {
            case DISTRICT -> scope.wholeDistrict();
            case SCHOOL -> scope.seesSchool(change.id());
            case CLASS ->
                scope.wholeDistrict()
                        || scope.classes().contains(change.id())
                        || change.schools().stream().anyMatch(scope.schools()::contains);
            case STUDENT -> scope.seesStudent(change.id(), change.classes(), change.schools());
        };
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends all streams, so that a graceful shutdown need not wait for them. */
    @Override
    public void stop() {
        running = false;
        for (Connection connection : List.copyOf(connections)) connection.finish();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private final class Connection {
        private final Reader reader;
        private final SseEmitter emitter;
        private final Map<String, Change> waiting = new LinkedHashMap<>();
        private boolean closed;

        Connection(Reader reader, SseEmitter emitter) {
            this.reader = reader;
            this.emitter = emitter;
        }

        void offer(Change change) {
            if (!sees(reader.viewer().scope(), change)) return;
            synchronized (this) {
                waiting.put(ChangeJson.word(change.kind()) + '|' + change.id(), change);
                notifyAll();
            }
        }

        void serve() {
            try {
                emitter.send(SseEmitter.event().comment("open"));
                while (true) {
                    List<Change> next = next();
                    if (next.isEmpty() && isClosed()) return;
                    if (next.isEmpty()) emitter.send(SseEmitter.event().comment("heartbeat"));
                    for (Change change : next) send(change);
                    if (!next.isEmpty()) Thread.sleep(PAUSE);
                }
            } catch (IOException | IllegalStateException gone) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            }
        }

        private void send(Change change) throws IOException {
            emitter.send(SseEmitter.event()
                    .name("changed")
                    .id(Long.toString(ids.incrementAndGet()))
                    .data(
                            new Changed(ChangeJson.word(change.kind()), change.id(), change.at()),
                            MediaType.APPLICATION_JSON));
        }

        /** The changes that wait; none if nothing came for the time of a heartbeat, or the connection is closed. */
        private synchronized List<Change> next() throws InterruptedException {
            long end = System.nanoTime() + heartbeat.toNanos();
            while (waiting.isEmpty() && !closed) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) break;
                wait(left);
            }
            List<Change> next = List.copyOf(waiting.values());
            waiting.clear();
            return closed ? List.of() : next;
        }

        private synchronized boolean isClosed() {
            return closed;
        }

        synchronized void close() {
            closed = true;
            connections.remove(this);
            notifyAll();
        }

        void finish() {
            close();
            emitter.complete();
        }
    }
}
