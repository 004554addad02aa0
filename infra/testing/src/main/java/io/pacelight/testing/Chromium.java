package io.pacelight.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, driven by Playwright: the one that {@code PACELIGHT_CHROMIUM} names, or the one on the path. */
public final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    /** How long an assertion on a page waits to come true; a loaded machine is not a broken page. */
    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Starts it; where there is none, the calling tests are left out. */
    public static Chromium start() {
        Optional<Path> executable = find();
        if (executable.isPresent()) return new Chromium(executable.get());
        throw LeftOut.because(
                "the browser journeys",
                "There is no Chromium: install one, or name one in PACELIGHT_CHROMIUM. The coverage of the dashboard's"
                        + " domain is not judged without them.");
    }

    private static Optional<Path> find() {
        String named = Objects.requireNonNullElse(System.getenv("PACELIGHT_CHROMIUM"), "");
        if (!named.isBlank()) return Optional.of(Path.of(named)).filter(Files::isExecutable);
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
