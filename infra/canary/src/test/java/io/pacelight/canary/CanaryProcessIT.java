package io.pacelight.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The process and its sign-in. */
class CanaryProcessIT {
    @Test
    void it_is_off_unless_it_is_turned_on_and_then_wants_its_districts() {
        try (ConfigurableApplicationContext off =
                CanaryApplication.application().run("--server.port=0")) {
            assertThat(off.getBeansOfType(Flight.class)).isEmpty();
        }
        String told =
                "Set id, client-id and client-secret of each shadow district, beginning with pacelight.canary.districts[0].id.";
        assertThatThrownBy(
                        () -> CanaryApplication.application().run("--server.port=0", "--pacelight.canary.enabled=true"))
                .hasRootCauseMessage(told);
        assertThatThrownBy(() -> CanaryApplication.application()
                        .run(
                                "--server.port=0",
                                "--pacelight.canary.enabled=true",
                                "--pacelight.canary.districts[0].id=cedar-ridge-canary",
                                "--pacelight.canary.districts[0].client-id=canary",
                                "--pacelight.canary.districts[0].client-secret="))
                .as("a secret that the environment does not hold")
                .hasRootCauseMessage(told);
    }

    @Test
    void a_token_is_granted_to_the_client_and_used_until_it_ends() throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.createContext("/", exchange -> {
            boolean grant = exchange.getRequestURI().getPath().equals("/token");
            if (grant)
                asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = (grant
                            ? "{\"access_token\":\"t" + asked.size() + "\",\"expires_in\":"
                                    + (asked.size() == 1 ? 10 : 3600) + "}"
                            : "{\"token_endpoint\":\"" + address + "/token\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        provider.start();
        try {
            CanaryProperties.District district = new CanaryProperties.District("shadow", "canary", "s:ecret");
            ClientTokens tokens = new ClientTokens(URI.create(address), null, district);
            assertThat(tokens.get()).isEqualTo("t1");
            assertThat(tokens.get()).as("the first ended within half a minute").isEqualTo("t2");
            assertThat(tokens.get()).isEqualTo("t2");
            ClientTokens elsewhere =
                    new ClientTokens(URI.create("http://provider.invalid"), URI.create(address + "/token"), district);
            assertThat(elsewhere.get()).as("of the named endpoint").isEqualTo("t3");
            // base64 of canary:s%3Aecret
            assertThat(asked).containsOnly("Basic Y2FuYXJ5OnMlM0FlY3JldA== grant_type=client_credentials");
        } finally {
            provider.stop(0);
        }
    }
}
