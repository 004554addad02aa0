package io.pacelight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.pacelight.testing.Chromium;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Pages in a real Chromium. Whatever the console complains about (a breach of the content policy included) fails the test. */
abstract class BrowserTestBase extends PagesTestBase {

    private static @Nullable Chromium chromium;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<BrowserContext> contexts = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void openChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("what the console complained about").isEmpty();
    }

    Page page(Screen screen, ColorScheme theme) {
        if (chromium == null) {
            throw new IllegalStateException("no browser");
        }
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setColorScheme(theme)
                        .setLocale("en-US"));
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
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
