package io.pacelight.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties by which the launcher tells a part where it stands. */
record PartProperties(Backbone backbone, String address, String issuer, String district) {
    private static final String ANY_PORT = "0";

    Map<String, String> of(String service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.port", ANY_PORT);
        properties.put("server.address", "127.0.0.1");
        properties.put("server.shutdown", "immediate");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "4s");
        properties.put("spring.thymeleaf.check-template-location", "false");
        properties.put("spring.mongodb.uri", backbone.store().connectionString() + "/" + service);
        properties.put("spring.kafka.bootstrap-servers", backbone.broker().bootstrapServers());
        properties.put(
                "spring.cloud.stream.kafka.binder.brokers", backbone.broker().bootstrapServers());
        properties.put("spring.mail.host", backbone.mail().host());
        properties.put("spring.mail.port", Integer.toString(backbone.mail().port()));
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer);
        properties.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", issuer + "/oauth2/jwks");
        properties.put("pacelight.district", district);
        properties.put("pacelight.intervention.digest.link", address + "/");
        return properties;
    }

    Map<String, String> ofDashboard(int port, String client, String secret, Map<String, URI> services) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.port", Integer.toString(port));
        properties.put("server.address", "127.0.0.1");
        properties.put("server.shutdown", "immediate");
        properties.put("server.servlet.session.cookie.name", "pacelight-" + port);
        properties.put("pacelight.issuer", issuer);
        properties.put("pacelight.oidc.client-id", client);
        properties.put("pacelight.oidc.client-secret", secret);
        services.forEach((name, uri) -> properties.put("pacelight.services." + name, uri.toString()));
        return properties;
    }
}
