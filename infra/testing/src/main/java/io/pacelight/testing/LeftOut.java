package io.pacelight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/**
 * Tests that a machine can't run, since it lacks something. They are left out, which is said at once and once more at
 * the end of the whole build; with {@code CI=true} they fail.
 */
public final class LeftOut {
    /** Names the folder whose files the end of the build reads out. */
    private static final String FOLDER = "pacelight.left-out";

    private LeftOut() {}

    /**
     * Leaves the calling test out. Never returns; what it is said to return lets callers write {@code throw}.
     *
     * @param what the tests concerned, such as {@code the browser journeys}
     * @param why what is missing and how to mend it, as a sentence
     */
    public static RuntimeException because(String what, String why) {
        String said = "LEFT OUT: " + what + ". " + why;
        if (Boolean.parseBoolean(System.getenv("CI"))) throw new AssertionError(what + " can't run. " + why);
        System.out.println(said);
        String folder = System.getProperty(FOLDER);
        if (folder != null) note(Path.of(folder), what, said);
        return Assumptions.abort(said);
    }

    private static void note(Path folder, String what, String said) {
        String name = what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".txt";
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), said + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("what is left out could not be noted", e);
        }
    }
}
