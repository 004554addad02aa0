package io.pacelight.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/readyz", 200);
        answer("/starting", 503);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_service_that_says_200_is_ready() {
        assertThat(Probe.ready(Map.of("SERVER_PORT", port()))).isTrue();
    }

    @Test
    void a_service_that_says_503_is_not() {
        assertThat(Probe.ready(Map.of("SERVER_PORT", port(), "PACELIGHT_PROBE", "/starting")))
                .isFalse();
    }

    @Test
    void a_service_that_does_not_listen_is_not() {
        server.stop(0);
        assertThat(Probe.ready(Map.of("SERVER_PORT", port()))).isFalse();
    }

    private String port() {
        return Integer.toString(server.getAddress().getPort());
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }
}
