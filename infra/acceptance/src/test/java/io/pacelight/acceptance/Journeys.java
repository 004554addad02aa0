package io.pacelight.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A browser that people sign in with; whatever its console complains about is kept. */
final class Journeys implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Journeys(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Starts the machine's Chromium; without one the test is left out and says so, in CI it fails. */
    static Journeys start() {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty() && "true".equals(System.getenv("CI")))
            throw new AssertionError("no Chromium for the journeys: install one or set PACELIGHT_CHROMIUM");
        if (chromium.isEmpty())
            System.out.println(
                    "LEFT OUT: the browser journeys, here and in the dashboard. Install a Chromium or name one"
                            + " in PACELIGHT_CHROMIUM.");
        assumeTrue(chromium.isPresent(), "journeys left out: no Chromium on the PATH and no PACELIGHT_CHROMIUM");
        return new Journeys(chromium.orElseThrow());
    }

    private static Optional<Path> chromium() {
        String named = System.getenv("PACELIGHT_CHROMIUM");
        if (named != null && !named.isBlank())
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Signs somebody in at the real sign-in page, in a browser context of their own. */
    Page signIn(String username) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1360, 900).setLocale("en-US"));
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.navigate(District.installation().address() + "/home");
        page.locator("#username").fill(username);
        page.locator("form.other button[type=submit]").click();
        page.waitForURL(url -> url.startsWith(District.installation().address().toString()));
        return page;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** A page that was meant not to be there leaves an error on the console; it is no complaint. */
    void forgetMissingPages() {
        complaints.removeIf(complaint -> complaint.contains("404"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
