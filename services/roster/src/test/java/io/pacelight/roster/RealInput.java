package io.pacelight.roster;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the real input that tests run on: PACELIGHT_DATA, or a data folder beside the project. */
public final class RealInput {
    private RealInput() {}

    /** The path of a file or folder of the real input; missing it fails under CI and skips elsewhere. */
    public static Path at(String name) {
        String told = System.getProperty("PACELIGHT_DATA", System.getenv().getOrDefault("PACELIGHT_DATA", ""));
        if (!told.isBlank()) {
            return there(Path.of(told).resolve(name));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        return there(
                folder == null
                        ? Path.of("shared/data", name)
                        : folder.resolve("shared/data").resolve(name));
    }

    private static Path there(Path path) {
        if (!Files.exists(path)) {
            String message = "real input is missing: " + path + " (set PACELIGHT_DATA)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        return path;
    }
}
