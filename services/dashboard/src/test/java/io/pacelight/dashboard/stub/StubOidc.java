package io.pacelight.dashboard.stub;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sign-in provider that asks nothing: whoever is set comes in, over the ordinary code flow. The access token is {@code stub-USER}. */
final class StubOidc {

    private record Grant(String user, String nonce, String client) {}

    private final String issuer;
    private final RSAKey key;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();
    private volatile String user = "teacher";

    StubOidc(String issuer) {
        this.issuer = issuer;
        try {
            this.key = new RSAKeyGenerator(2048).keyID("stub").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void signsIn(String name) {
        user = name;
    }

    boolean handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> StubHttp.json(exchange, 200, """
                    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/jwks",
                     "end_session_endpoint":"%1$s/logout","response_types_supported":["code"],"subject_types_supported":["public"],
                     "id_token_signing_alg_values_supported":["RS256"],"token_endpoint_auth_methods_supported":["none","client_secret_basic"]}""".formatted(issuer));
            case "/jwks" -> StubHttp.json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange);
            case "/logout" ->
                StubHttp.redirect(
                        exchange, query(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        String code = "code-" + codes.incrementAndGet();
        grants.put(code, new Grant(user, asked.getOrDefault("nonce", ""), asked.getOrDefault("client_id", "")));
        StubHttp.redirect(
                exchange,
                asked.get("redirect_uri") + "?code=" + code + "&state="
                        + StubHttp.encode(asked.getOrDefault("state", "")));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (grant == null) {
            StubHttp.json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        SignedJWT id = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stub").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(grant.user())
                        .audience(grant.client())
                        .claim("nonce", grant.nonce())
                        .claim("name", grant.user())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(3600)))
                        .build());
        try {
            id.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
        StubHttp.json(
                exchange,
                200,
                "{\"access_token\":\"stub-%s\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"openid profile\",\"id_token\":\"%s\"}"
                        .formatted(grant.user(), id.serialize()));
    }

    private static Map<String, String> query(String raw) {
        return Stream.of((raw == null ? "" : raw).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> a));
    }
}
