package io.pacelight.kit.config;

import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.ReferenceEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a service says of itself.
 *
 * @param service its name: group id, path segment and source of its events
 * @param database its own database; the service's name if not given
 * @param kafka settings passed to every Kafka client, such as those of TLS and SASL
 * @param ownTopics kept topics on which the service tells what it has decided; a rebuild reads them first
 */
@ConfigurationProperties("pacelight")
public record KitProperties(
        String service, String database, Map<String, String> kafka, Set<String> ownTopics, Reference reference) {
    public KitProperties(
            String service,
            @Nullable String database,
            @Nullable Map<String, String> kafka,
            @Nullable Set<String> ownTopics,
            @Nullable Reference reference) {
        this.service = service;
        this.database = database == null ? service : database;
        this.kafka = kafka == null ? Map.of() : Map.copyOf(kafka);
        this.ownTopics = ownTopics == null ? Set.of() : Set.copyOf(ownTopics);
        this.reference = reference == null ? new Reference(List.of(), Set.of()) : reference;
    }

    /** CloudEvents source of the service's events. */
    public String source() {
        return "/pacelight/" + service;
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
}
