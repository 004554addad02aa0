package io.pacelight.dashboard.adapter.in.relay;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Passes one request on to a service and its answer back. Bodies stream both ways in small pieces and are flushed as they come, so an
 * upload of any size and a stream of events cost one thread and a buffer. A service that does not answer becomes a problem of status 503
 * or 504.
 */
final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** Connection-bound headers, what the client library sets itself, and what must not leave this origin. */
    private static final Set<String> KEPT_BACK = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "host",
            "content-length",
            "expect",
            "cookie",
            "set-cookie",
            "authorization",
            "origin",
            "referer",
            "accept-encoding",
            "x-csrf-token");

    /** The pages’ own policy stands; a service must not set another for this origin. */
    private static final Set<String> OWN_POLICY = Set.of(
            "strict-transport-security",
            "content-security-policy",
            "x-frame-options",
            "x-content-type-options",
            "x-xss-protection",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy");

    private static final Duration UNTIL_ANSWERED = Duration.ofSeconds(30);
    private static final Duration UNTIL_TAKEN = Duration.ofMinutes(15);

    private final HttpClient http;

    Relay(HttpClient http) {
        this.http = http;
    }

    void pass(String service, URI base, String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpResponse<InputStream> answer;
        try {
            answer = http.send(onward(base, token, request), HttpResponse.BodyHandlers.ofInputStream());
        } catch (java.net.http.HttpConnectTimeoutException | java.net.ConnectException e) {
            LOG.warn("relay refused service={}", service);
            problem(response, 503, service, "is not reachable just now. Try again in a moment.");
            return;
        } catch (java.net.http.HttpTimeoutException e) {
            LOG.warn("relay timed out service={}", service);
            problem(
                    response,
                    504,
                    service,
                    "took too long to answer. Try again; a repeated command with the same key is safe.");
            return;
        } catch (IOException e) {
            LOG.warn("relay broken service={} because={}", service, e.getClass().getSimpleName());
            problem(response, 503, service, "broke off before it answered. Try again in a moment.");
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem(response, 503, service, "could not be waited for: the pages are shutting down.");
            return;
        }
        back(answer, request, response);
    }

    private static HttpRequest onward(URI base, String token, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        HttpRequest.Builder onward = HttpRequest.newBuilder(base.resolve(path + query));
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!KEPT_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                for (String value : Collections.list(request.getHeaders(name))) {
                    onward.header(name, value);
                }
            }
        }
        onward.header("Authorization", "Bearer " + token);
        boolean asks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!wantsEvents(request)) {
            onward.timeout(asks ? UNTIL_ANSWERED : UNTIL_TAKEN);
        }
        return onward.method(request.getMethod(), body(request)).build();
    }

    private static boolean wantsEvents(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private static BodyPublisher body(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (length == 0 || (length < 0 && !chunked)) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> input(request));
        return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
    }

    private static InputStream input(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void back(HttpResponse<InputStream> answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.statusCode());
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!KEPT_BACK.contains(name) && !OWN_POLICY.contains(name)) {
                if (name.equals("cache-control") || name.equals("pragma") || name.equals("expires")) {
                    response.setHeader(header.getKey(), String.join(", ", header.getValue()));
                } else {
                    header.getValue().forEach(value -> response.addHeader(header.getKey(), value));
                }
            }
        }
        boolean events = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        if (events) {
            response.setHeader("X-Accel-Buffering", "no");
        }
        answer.headers().firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        try (InputStream from = answer.body()) {
            if (request.getMethod().equals("HEAD")) {
                return;
            }
            OutputStream to = response.getOutputStream();
            response.flushBuffer();
            byte[] buffer = new byte[16 * 1024];
            int read = from.read(buffer);
            while (read >= 0) {
                to.write(buffer, 0, read);
                if (events || from.available() == 0) {
                    to.flush();
                }
                read = from.read(buffer);
            }
        } catch (IOException e) {
            LOG.debug("relay ended early because={}", e.getClass().getSimpleName());
        }
    }

    static void problem(HttpServletResponse response, int status, String service, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (status == 503) {
            response.setHeader("Retry-After", "5");
        }
        response.getWriter()
                .write("""
                        {"type":"about:blank","title":"%s","status":%d,"detail":"The %s service %s"}""".formatted(HttpStatus.valueOf(status).getReasonPhrase(), status, service, detail));
    }
}
