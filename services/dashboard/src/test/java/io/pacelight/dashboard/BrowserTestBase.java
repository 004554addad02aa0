package io.pacelight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * A real Chromium: the one that PACELIGHT_CHROMIUM names, or the chromium on the PATH. Without one these tests are skipped and say so;
 * with CI=true that is a failure. Whatever the console complains about (a breach of the content policy included) fails the test.
 */
abstract class BrowserTestBase extends PagesTestBase {

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<BrowserContext> contexts = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void findChromium() {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(
                    "No Chromium for the browser journeys: install one or set PACELIGHT_CHROMIUM.");
        }
        assumeTrue(
                chromium.isPresent(),
                "SKIPPED the browser journeys: no Chromium on the PATH and PACELIGHT_CHROMIUM is not set.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    private static Optional<Path> chromium() {
        String named = System.getenv("PACELIGHT_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @AfterAll
    static void closeChromium() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
        if (playwright != null) {
            playwright.close();
            playwright = null;
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("what the console complained about").isEmpty();
    }

    Page page(Screen screen, ColorScheme theme) {
        if (browser == null) {
            throw new IllegalStateException("no browser");
        }
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(theme)
                .setLocale("en-US"));
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Signs the user in and opens the page. */
    Page open(String user, String path) {
        return open(user, path, Screen.DESKTOP, ColorScheme.LIGHT);
    }

    Page open(String user, String path, Screen screen, ColorScheme theme) {
        DISTRICT.signsIn(user);
        Page page = page(screen, theme);
        page.navigate(at(path));
        return page;
    }

    /** Complaints that a test provokes on purpose are taken back. */
    void forget(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    /** The screens the pages are made for. */
    enum Screen {
        DESKTOP(1360, 900),
        PHONE(390, 844),
        PROJECTOR(1920, 1080);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }
}
