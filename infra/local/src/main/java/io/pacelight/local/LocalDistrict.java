package io.pacelight.local;

import com.nimbusds.jose.jwk.RSAKey;
import io.pacelight.local.clock.DemoClock;
import io.pacelight.local.signin.People;
import io.pacelight.local.signin.Person;
import io.pacelight.local.signin.SignInApplication;
import io.pacelight.local.signin.SignInSettings;
import io.pacelight.local.signin.SigningKey;
import io.pacelight.local.signin.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole district in this process; closing it stops the dashboard first and the broker and the store last. */
public final class LocalDistrict implements AutoCloseable {
    /** The id under which an installation keeps its district. */
    public static final String DISTRICT = "demo";

    /** The pages' name at the sign-in provider, and the path that takes the authorization code. */
    static final String CLIENT = "pacelight-dashboard";

    static final String REDIRECT = "/login/oauth2/code/pacelight";
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final Running running;
    private final Installation installation;
    private final DemoClock clock;
    private final Tokens tokens;
    private final People people;
    private final Backbone backbone;
    private final Map<String, URI> services;

    private LocalDistrict(
            Running running,
            Installation installation,
            DemoClock clock,
            Tokens tokens,
            People people,
            Backbone backbone,
            Map<String, URI> services) {
        this.running = running;
        this.installation = installation;
        this.clock = clock;
        this.tokens = tokens;
        this.people = people;
        this.backbone = backbone;
        this.services = Map.copyOf(services);
    }

    /** Starts everything; when it returns, the pages answer. */
    public static LocalDistrict start(Options options, Steps steps) {
        Running running = new Running();
        try {
            return start(options, steps, running);
        } catch (RuntimeException | Error e) {
            running.close();
            throw e;
        }
    }

    private static LocalDistrict start(Options options, Steps steps, Running running) {
        DataFolder folder = running.add(DataFolder.open(options.data()));
        if (options.fresh()) {
            folder.empty();
        }
        Ports.requireFree(options.port());
        Ports.requireFree(options.signInPort());
        Installation installation = Installation.settle(options, folder.path(), DISTRICT);
        DemoClock clock = Clocks.start(options, folder.resolve("clock"), running);
        Backbone backbone = Backbone.start(folder.path(), steps, running);

        RSAKey key = SigningKey.in(folder.path());
        People people = new People(folder.path());
        String secret = UUID.randomUUID().toString();
        SignInSettings signIn = new SignInSettings(
                key,
                installation.issuer(),
                DISTRICT,
                installation.address(),
                REDIRECT,
                CLIENT,
                secret,
                /* canarySecret= */ null,
                people,
                clock,
                backbone.mail(),
                /* mailCatcher= */ null);
        running.add(steps.step("sign-in", () -> startSignIn(options, signIn)));

        PartProperties properties =
                new PartProperties(backbone, installation.address(), installation.issuer(), DISTRICT);
        Map<String, URI> services = new LinkedHashMap<>();
        for (Part part : Part.services()) {
            ConfigurableApplicationContext context = running.add(steps.step(
                    part.name(),
                    () -> Contexts.start(part.application(), part.name(), clock, properties.of(part.name()))));
            services.put(part.name(), URI.create("http://127.0.0.1:" + Contexts.port(context)));
        }
        Map<String, String> dashboard = properties.ofDashboard(options.port(), CLIENT, secret, services);
        running.add(steps.step(
                "dashboard",
                () -> Contexts.start(Part.DASHBOARD.application(), Part.DASHBOARD.name(), clock, dashboard)));
        Tokens tokens = new Tokens(key, installation.issuer(), DISTRICT);
        return new LocalDistrict(running, installation, clock, tokens, people, backbone, services);
    }

    private static ConfigurableApplicationContext startSignIn(Options options, SignInSettings settings) {
        Map<String, String> properties = Map.of(
                "server.port",
                Integer.toString(options.signInPort()),
                "server.servlet.session.cookie.name",
                "pacelight-sign-in-" + options.port());
        ConfigurableApplicationContext provider =
                Contexts.start(SignInApplication.class, "sign-in", properties, SignInSettings.class, settings);
        Visit.page(settings.issuer() + "/.well-known/openid-configuration");
        Visit.page(settings.issuer() + "/oauth2/jwks");
        return provider;
    }

    /** Where the pages and the API are. */
    public URI address() {
        return URI.create(installation.address());
    }

    /** What lives in the data folder. */
    public Installation installation() {
        return installation;
    }

    /** School time; may be moved on. */
    public DemoClock clock() {
        return clock;
    }

    /** Whom the sign-in page offers. */
    public People people() {
        return people;
    }

    /** The broker, the store and the mail, for those who look behind the services. */
    public Backbone backbone() {
        return backbone;
    }

    /** Where a service listens, past the dashboard's relay. */
    public URI service(String name) {
        URI uri = services.get(name);
        if (uri == null) {
            throw new IllegalArgumentException("no service '" + name + "'; there are " + services.keySet());
        }
        return uri;
    }

    /** A bearer token for a user of the roster, or for {@code admin}. */
    public String token(String username) {
        String name = people.find(username).map(Person::name).orElse(username);
        return tokens.issue(username, name, Instant.now(), TOKEN_LIFE);
    }

    /** A bearer token for a user of another district in this installation. */
    public String token(String username, String district) {
        return new Tokens(tokens.key(), tokens.issuer(), district).issue(username, username, Instant.now(), TOKEN_LIFE);
    }

    /** Stops this too when the district stops, before all that runs now. */
    <T extends AutoCloseable> T closeWith(T part) {
        return running.add(part);
    }

    @Override
    public void close() {
        running.close();
    }
}
