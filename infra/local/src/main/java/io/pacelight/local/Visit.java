package io.pacelight.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks for a page once, so that the first who needs it does not wait for what the first answer takes. */
final class Visit {
    private Visit() {}

    static int page(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    static int page(String address, String token) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token));
    }

    private static int send(HttpRequest.Builder request) {
        try (HttpClient browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return browser.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from this machine", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while starting", e);
        }
    }
}
