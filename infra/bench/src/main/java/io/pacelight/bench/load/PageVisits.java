package io.pacelight.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** A teacher who signs in with a browser's cookies and then asks for the same page again and again. */
final class PageVisits implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI page;

    private PageVisits(URI page) {
        this.page = page;
    }

    static PageVisits signIn(URI page, String username) {
        PageVisits visits = new PageVisits(page);
        HttpResponse<String> form = visits.send(HttpRequest.newBuilder(page).header("Accept", "text/html"));
        Matcher csrf = CSRF.matcher(form.body());
        if (!csrf.find()) throw new IllegalStateException("no sign-in form at " + form.uri());
        String body = "username=" + encoded(username) + "&password=&_csrf=" + encoded(csrf.group(1));
        HttpResponse<String> signedIn =
                visits.send(HttpRequest.newBuilder(form.uri().resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body)));
        if (signedIn.statusCode() != 200)
            throw new IllegalStateException("signing in ended with " + signedIn.statusCode() + " at " + signedIn.uri());
        visits.visit();
        return visits;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Visits at fixed times until {@code untilNanos}; microseconds from the time a visit was due to its last byte. */
    Histogram during(long untilNanos) {
        Histogram micros = new Histogram(3);
        for (long due = System.nanoTime(); due < untilNanos; due += EVERY.toNanos()) {
            sleepUntil(due);
            visit();
            micros.recordValue((System.nanoTime() - due) / 1_000);
        }
        return micros;
    }

    private void visit() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(page).header("Accept", "text/html"));
        if (answer.statusCode() != 200)
            throw new IllegalStateException(page.getPath() + " answered " + answer.statusCode());
    }

    static void sleepUntil(long nanos) {
        try {
            long left = nanos - System.nanoTime();
            if (left > 0) Thread.sleep(Duration.ofNanos(left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
