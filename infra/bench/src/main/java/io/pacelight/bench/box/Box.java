package io.pacelight.bench.box;

import io.pacelight.bench.Fork;
import io.pacelight.bench.Json;
import io.pacelight.local.demo.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A running box, driven through the public API as the district's data desk would. */
public final class Box implements AutoCloseable {
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "CHECKING", "APPLYING", "UPLOADING", "RUNNING");
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Fork fork;
    private final BoxProcess.Where where;
    private final Api api;

    private Box(Fork fork, BoxProcess.Where where) {
        this.fork = fork;
        this.where = where;
        this.api = new Api(URI.create(where.address()), where::token);
    }

    /** Starts an empty one whose school clock begins at {@code now}. */
    public static Box start(List<String> jvm, Path data, Instant now, Path log) {
        Fork fork = Fork.start(
                jvm, BoxProcess.class, List.of(data.toString(), Integer.toString(freePair()), now.toString()), log);
        try {
            return new Box(fork, Json.read(fork.answer(), BoxProcess.Where.class));
        } catch (RuntimeException e) {
            fork.close();
            throw e;
        }
    }

    /** The pages' port and the one after it must be free. */
    private static int freePair() {
        for (int i = 0; i < 50; i++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException e) {
                // the next try draws another
            }
        }
        throw new IllegalStateException("no two free ports next to each other");
    }

    public BoxProcess.Where where() {
        return where;
    }

    /** School time goes on from {@code now}, if it has not passed that already. */
    public void advanceTo(Instant now) {
        fork.tell(now.toString());
    }

    /** Returns when the box has come to rest. */
    public void settle() {
        try (Settling settling = new Settling(where.broker())) {
            settling.await();
        }
    }

    public Fork fork() {
        return fork;
    }

    public Api api() {
        return api;
    }

    /** Writes one of the simulator's files. */
    @FunctionalInterface
    public interface File {
        void writeTo(OutputStream out) throws IOException;
    }

    public static byte[] bytes(File file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Waits for an import or a batch that was accepted; its report when it is done. */
    public tools.jackson.databind.JsonNode done(tools.jackson.databind.JsonNode accepted, String path) {
        String id = accepted.path("id").asString();
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(giveUp)) {
            tools.jackson.databind.JsonNode report = api.get(path + id);
            String state = report.path("state").asString("");
            if (state.equals("DONE")) return report;
            if (!UNDER_WAY.contains(state))
                throw new IllegalStateException("not taken in: " + path + " is " + state + ", "
                        + report.path("problems").path(0));
            pause(50);
        }
        throw new IllegalStateException(path + id + " takes for ever");
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        fork.close();
    }
}
