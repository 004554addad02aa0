package io.pacelight.dashboard;

import io.pacelight.dashboard.stub.StubDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages on a free port, over a stub district that starts anew before each test. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=dashboard", "server.address=127.0.0.1", "spring.main.banner-mode=off"})
abstract class PagesTestBase {

    static final StubDistrict DISTRICT = new StubDistrict();

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void district(DynamicPropertyRegistry registry) {
        DISTRICT.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void startAnew() {
        DISTRICT.reset();
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }
}
