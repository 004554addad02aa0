package io.pacelight.local;

import io.pacelight.local.signin.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Starts and stops an empty district once, for the JVM to remember what that takes; later starts are quicker. */
public final class Rehearsal {
    private static final List<String> PATHS =
            List.of("/api/reporting/v1/me", "/api/roster/v1/imports", "/api/roster/v1/students?sourcedId=nobody");

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("pacelight-rehearsal");
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Options options = Options.empty(data.resolve("data"), Ports.freePair());
        try (LocalDistrict district = LocalDistrict.start(options, new Steps(silence))) {
            Visit.page(district.installation().issuer() + "/sign-in");
            Visit.page(district.address() + "/");
            for (String path : PATHS) {
                Visit.page(district.address() + path, district.token(Person.DATA_DESK.username()));
            }
        } finally {
            delete(data);
        }
        System.exit(0);
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
