package io.pacelight.local;

import com.nimbusds.jose.jwk.RSAKey;
import io.pacelight.local.clock.DemoClock;
import io.pacelight.local.demo.Demo;
import io.pacelight.local.signin.People;
import io.pacelight.local.signin.SignInApplication;
import io.pacelight.local.signin.SignInSettings;
import io.pacelight.local.signin.SigningKey;
import io.pacelight.local.signin.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a demo in containers has beside the services: the sign-in provider, the school clock that they follow, and the
 * simulated district, brought in and played through the public API. For a demo, never for a real district.
 */
public final class Companion {
    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private Companion() {}

    public static void main(String[] arguments) throws InterruptedException {
        CompanionSettings settings;
        try {
            settings = CompanionSettings.of(System.getenv());
        } catch (CannotStart e) {
            System.err.println("pacelight: " + e.getMessage());
            System.exit(1);
            return;
        }
        Running running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        start(settings, running);
        new CountDownLatch(1).await();
    }

    private static void start(CompanionSettings settings, Running running) throws InterruptedException {
        Path data = running.add(DataFolder.open(settings.data())).path();
        Options options = new Options(
                data, settings.port(), settings.students(), settings.speed(), true, false, /* date= */ null);
        Installation installation = new Installation(
                LocalDistrict.DISTRICT,
                settings.issuer().toString(),
                settings.address().toString(),
                true,
                Installation.in(data).map(Installation::students).orElse(settings.students()));
        installation.writeTo(data);
        DemoClock clock = Clocks.start(options, data.resolve("clock"), running);
        RSAKey key = SigningKey.in(data);
        People people = new People(data);
        Demo.offerPeople(people, installation.students());
        SignInSettings signIn = new SignInSettings(
                key,
                installation.issuer(),
                installation.district(),
                installation.address(),
                LocalDistrict.REDIRECT,
                LocalDistrict.CLIENT,
                settings.clientSecret(),
                settings.canarySecret(),
                people,
                clock,
                /* mail= */ null,
                settings.mail());
        running.add(Contexts.start(
                SignInApplication.class,
                "sign-in",
                Map.of(
                        "server.address", "0.0.0.0",
                        "server.port", Integer.toString(settings.port()),
                        "server.servlet.session.cookie.name", "pacelight-sign-in"),
                SignInSettings.class,
                signIn));
        LOG.info("sign-in answers; waiting for the pages");
        play(settings, installation, clock, new Tokens(key, installation.issuer(), installation.district()), running);
    }

    /** Tries until the services take it in: they may start later than this one, and what is done is done once. */
    private static void play(
            CompanionSettings settings, Installation installation, DemoClock clock, Tokens tokens, Running running)
            throws InterruptedException {
        String lastTrouble = "";
        while (true) {
            try {
                if (Visit.page(settings.pages() + "/readyz") == 200) {
                    running.add(Demo.play(
                            settings.pages(),
                            user -> tokens.issue(user, user, Instant.now(), TOKEN_LIFE),
                            clock,
                            settings.data(),
                            installation.students(),
                            settings.speed(),
                            line -> LOG.info("{}", line.strip())));
                    LOG.info("the district is loaded and the school day goes by");
                    return;
                }
            } catch (RuntimeException e) {
                String trouble = String.valueOf(e.getMessage());
                if (!trouble.equals(lastTrouble)) {
                    LOG.info("the services do not take the demo in yet: {}", trouble);
                    lastTrouble = trouble;
                }
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }
}
