package io.pacelight.faults.process;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A sign-in provider that signs whatever it is asked to and shows the services its public key. */
final class SignIn implements AutoCloseable {
    private static final Duration LIFE = Duration.ofHours(12);

    private final RSAKey key;
    private final HttpServer server;

    private SignIn(RSAKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static SignIn start() {
        try {
            RSAKey key = new RSAKeyGenerator(2048)
                    .keyID("faults")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return new SignIn(key, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String keys() {
        return issuer() + "/keys";
    }

    /** A token of a district's data desk, good also for a service whose clock is some minutes off. */
    String dataDesk(String district) {
        return token(district, "admin", List.of("pacelight-data-desk"));
    }

    /** A token of somebody whom the roster may know. */
    String of(String district, String username) {
        return token(district, username, List.of());
    }

    private String token(String district, String username, List<String> groups) {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(username)
                        .audience("pacelight")
                        .claim("district", district)
                        .claim("preferred_username", username)
                        .claim("groups", groups)
                        .issueTime(Date.from(now.minus(LIFE)))
                        .notBeforeTime(Date.from(now.minus(LIFE)))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
