package io.pacelight.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.pacelight.testing.Chromium;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that people sign in with; whatever its console complains about is kept. */
final class Journeys implements AutoCloseable {
    private final Chromium chromium = Chromium.start();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** Signs somebody in at the real sign-in page, in a browser context of their own. */
    Page signIn(String username) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1360, 900)
                        .setLocale("en-US"));
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
        chromium.close();
    }
}
