package io.pacelight.progression;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real input lies: {@code PACELIGHT_DATA}, else a data folder shared by the project's neighbours. */
public final class RealInput {
    private RealInput() {}

    /** A file of the real input; without it the test is skipped and says so, in CI it fails. */
    public static Path file(String name) {
        Path file = folder().resolve(name);
        if (!Files.exists(file)) {
            String message = "skipped: no real input " + name + "; set PACELIGHT_DATA to the folder that has it";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            assumeTrue(false, message);
        }
        return file;
    }

    private static Path folder() {
        String told = System.getProperty("PACELIGHT_DATA", System.getenv().getOrDefault("PACELIGHT_DATA", ""));
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return here;
    }
}
