package io.pacelight.kit.config;

import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.ReferenceEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a service says of itself.
 *
 * @param service its name: group id, path segment and source of its events
 * @param database its own database; the service's name if not given
 * @param clock the clock that tells the services of a demo their school time; the machine's own if not given
 * @param kafka how every Kafka client makes itself known
 * @param mongo how the store's client makes itself known
 * @param ownTopics kept topics on which the service tells what it has decided; a rebuild reads them first
 * @param measureEvery how often what is counted in the store is counted anew; slow counts rest longer
 */
@ConfigurationProperties("pacelight")
public record KitProperties(
        String service,
        String database,
        @Nullable URI clock,
        Kafka kafka,
        Mongo mongo,
        Set<String> ownTopics,
        Reference reference,
        Duration measureEvery) {
    public KitProperties(
            String service,
            @Nullable String database,
            @Nullable URI clock,
            @Nullable Kafka kafka,
            @Nullable Mongo mongo,
            @Nullable Set<String> ownTopics,
            @Nullable Reference reference,
            @Nullable Duration measureEvery) {
        this.service = service;
        this.database = database == null ? service : database;
        this.clock = clock == null || clock.toString().isEmpty() ? null : clock;
        this.kafka = kafka == null ? Kafka.PLAIN : kafka;
        this.mongo = mongo == null ? Mongo.PLAIN : mongo;
        this.ownTopics = ownTopics == null ? Set.of() : Set.copyOf(ownTopics);
        this.reference = reference == null ? new Reference(List.of(), Set.of()) : reference;
        this.measureEvery = measureEvery == null ? Duration.ofSeconds(30) : measureEvery;
    }

    /** CloudEvents source of the service's events. */
    public String source() {
        return "/pacelight/" + service;
    }

    /**
     * How Kafka clients make themselves known: the binder's, the producer, the admin and the reference tail alike.
     *
     * @param settings further settings of Kafka's own for every client, by their own names
     */
    public record Kafka(Security security, Sasl sasl, Tls tls, Map<String, String> settings) {
        static final Kafka PLAIN = new Kafka(null, null, null, null);

        public Kafka(
                @Nullable Security security,
                @Nullable Sasl sasl,
                @Nullable Tls tls,
                @Nullable Map<String, String> settings) {
            this.security = security == null ? new Security(null) : security;
            this.sasl = sasl == null ? new Sasl(null, null, null) : sasl;
            this.tls = tls == null ? new Tls(null) : tls;
            this.settings = settings == null ? Map.of() : Map.copyOf(settings);
        }
    }

    /** @param protocol PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL */
    public record Security(SecurityProtocol protocol) {
        public Security(@Nullable SecurityProtocol protocol) {
            this.protocol = protocol == null ? SecurityProtocol.PLAINTEXT : protocol;
        }
    }

    /**
     * A name and a password that are never sent in the clear.
     *
     * @param mechanism SCRAM-SHA-512, if not given, or SCRAM-SHA-256
     * @param username whom the broker knows; required with SASL
     * @param password required with SASL
     */
    public record Sasl(
            String mechanism,
            @Nullable String username,
            @Nullable String password) {
        public Sasl(@Nullable String mechanism, @Nullable String username, @Nullable String password) {
            this.mechanism = mechanism == null ? "SCRAM-SHA-512" : mechanism;
            this.username = emptyAsAbsent(username);
            this.password = emptyAsAbsent(password);
        }

        @Override
        public String toString() {
            return "Sasl[" + mechanism + "]";
        }
    }

    /** @param certificates a PEM file of the authorities to trust; those of the JVM if not given */
    public record Tls(@Nullable Path certificates) {}

    /**
     * How the store's client makes itself known; TLS with an authority that the JVM trusts needs only {@code tls=true} in the URI.
     *
     * @param username with {@code password}, for SCRAM; neither means none, or those of the URI
     * @param password required with {@code username}
     * @param authDatabase the database that knows the user; {@code admin} if not given
     */
    public record Mongo(@Nullable String username, @Nullable String password, String authDatabase, Tls tls) {
        static final Mongo PLAIN = new Mongo(null, null, null, null);

        public Mongo(
                @Nullable String username,
                @Nullable String password,
                @Nullable String authDatabase,
                @Nullable Tls tls) {
            this.username = emptyAsAbsent(username);
            this.password = emptyAsAbsent(password);
            this.authDatabase = authDatabase == null ? "admin" : authDatabase;
            this.tls = tls == null ? new Tls(null) : tls;
            if ((this.username == null) != (this.password == null))
                throw new IllegalArgumentException(
                        "pacelight.mongo.username and pacelight.mongo.password: give both or neither");
        }

        @Override
        public String toString() {
            return "Mongo[" + authDatabase + ", " + tls + "]";
        }
    }

    /**
     * Which reference facts an instance holds in memory.
     *
     * @param topics read whole
     * @param people of these kinds are held with their names; others are left out
     */
    public record Reference(List<String> topics, Set<PersonKind> people) {
        public Reference(@Nullable List<String> topics, @Nullable Set<PersonKind> people) {
            this.topics = topics == null ? List.of() : List.copyOf(topics);
            this.people = people == null ? Set.of() : Set.copyOf(people);
        }

        boolean wants(ReferenceEvent fact) {
            return !(fact instanceof PersonChanged person) || people.contains(person.kind());
        }
    }

    /** A variable that is there but empty says nothing. */
    private static @Nullable String emptyAsAbsent(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
