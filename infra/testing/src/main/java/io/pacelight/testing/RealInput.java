package io.pacelight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the real input lies: in the folder that {@code PACELIGHT_DATA} names, or in {@code shared/data} beside the repository. */
public final class RealInput {
    private RealInput() {}

    /** A file or folder of it; without it the calling test is left out. */
    public static Path file(String name) {
        Path file = folder().resolve(name);
        if (Files.exists(file)) return file;
        throw LeftOut.because(
                "tests on real input",
                "There is no " + name + " in " + folder() + ": set PACELIGHT_DATA to the folder that holds it.");
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String given = Objects.requireNonNullElse(System.getenv("PACELIGHT_DATA"), "");
        if (!given.isBlank()) return Path.of(given);
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(".git"))) folder = folder.getParent();
        return folder.resolveSibling("shared").resolve("data");
    }
}
