package io.pacelight.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Starts and stops an empty district once, for the JVM to remember what that takes; later starts are quicker. */
public final class Rehearsal {
    private static final int TRIES = 50;

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("pacelight-rehearsal");
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Options options = Options.empty(data.resolve("data"), freePair());
        try (LocalDistrict district = LocalDistrict.start(options, new Steps(silence))) {
            visit(district, district.installation().issuer() + "/sign-in");
            visit(district, district.address() + "/");
            visit(district, district.address() + "/api/reporting/v1/me");
        } finally {
            delete(data);
        }
        System.exit(0);
    }

    private static void visit(LocalDistrict district, String page) throws InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(page))
                            .header("Authorization", "Bearer " + district.token("admin"))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + page, e);
        }
    }

    /** A port that is free together with the one after it. */
    static int freePair() {
        for (int i = 0; i < TRIES; i++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (IOException | IllegalArgumentException e) {
                // the next try draws another
            }
        }
        throw new CannotStart("no two free ports next to each other");
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
