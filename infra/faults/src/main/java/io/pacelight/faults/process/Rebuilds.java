package io.pacelight.faults.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.events.Topics;
import io.pacelight.intervention.config.InterventionProjection;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.stream.TopicPlan;
import io.pacelight.progression.config.ProgressionProjection;
import io.pacelight.reporting.config.ReportingProjection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/**
 * Drops what can be built again and has the services build it from offset zero: from the topics as they are, killed
 * amidst, and from topics with another number of partitions, by two instances together. Each time the canonical
 * projection must have the same hash.
 */
final class Rebuilds {
    /** A divisor of 64, as every count is. */
    private static final int OTHER_PARTITIONS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final List<String> KEPT = List.of(
            Topics.REFERENCE,
            Topics.PEOPLE,
            Topics.CURRICULUM,
            Topics.POLICIES,
            Topics.STUDENTS,
            Topics.ATTENDANCE,
            Topics.ATTEMPTS,
            Topics.PROGRESSION_INPUTS,
            Topics.INTERVENTION_INPUTS,
            Topics.MASTERY,
            Topics.TASKS);

    private final Installation installation;
    private final Report report;
    private final Map<Part, CanonicalProjection> projections = new EnumMap<>(Map.of(
            Part.PROGRESSION, ProgressionProjection.CANONICAL,
            Part.INTERVENTION, InterventionProjection.CANONICAL,
            Part.REPORTING, ReportingProjection.CANONICAL));

    Rebuilds(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    /**
     * All services are down when this is called, and when it returns.
     *
     * @param instances of each service that rebuild together, from the other topics
     */
    void check(int instances) {
        round("from offset zero", true, 1);
        republish();
        round("from topics of " + OTHER_PARTITIONS + " partitions", false, instances);
    }

    /**
     * @param killed whether each service is killed in its rebuild
     * @param instances of each service that rebuild together
     */
    private void round(String whence, boolean killed, int instances) {
        try (MongoClient store = MongoClients.create(installation.storeUri())) {
            Map<Part, Map<String, SortedMap<String, String>>> before = projected(store);
            Map<Part, String> hashes = hashes(store);
            // the whole database, as an operator does: what says that it is whole must not outlive it
            for (Part part : projections.keySet())
                store.getDatabase(part.label()).drop();
            projections.forEach((part, projection) -> {
                if (killed) killAmidst(part, projection, store.getDatabase(part.label()));
                for (int number = 1; number <= instances; number++)
                    installation.instance(part, number).launch();
            });
            each(instances, Installation.Instance::awaitReady);
            Pause.until(
                    "every rebuild is over",
                    PATIENCE,
                    () -> projections.keySet().stream().noneMatch(part -> isUnderway(store.getDatabase(part.label()))));
            try (Quiet quiet = new Quiet(installation, List.copyOf(projections.keySet()))) {
                quiet.await();
            }
            each(instances, instance -> instance.jvm().kill());
            String invariant = "I4 rebuilt " + whence;
            compare(invariant, before, projected(store));
            hashes(store).forEach((part, hash) -> {
                if (!hash.equals(hashes.get(part)))
                    report.violated(
                            invariant + ": " + part.label(), "hash was " + hashes.get(part) + " and is " + hash);
            });
            report.say("rebuilt " + whence + (instances > 1 ? " by " + instances + " instances each" : ""));
        }
    }

    private void each(int instances, Consumer<Installation.Instance> what) {
        for (Part part : projections.keySet())
            for (int number = 1; number <= instances; number++) what.accept(installation.instance(part, number));
    }

    private static boolean isUnderway(MongoDatabase database) {
        Document mark = database.getCollection("rebuild").find().first();
        return mark == null || mark.getBoolean("underway", false);
    }

    /** Kills the service when it has written some of its database, and not all. */
    private void killAmidst(Part part, CanonicalProjection projection, MongoDatabase database) {
        String fault = part.label() + " killed in its rebuild";
        report.plan(fault, 1);
        Installation.Instance instance = installation.instance(part);
        instance.launch();
        boolean begun = Pause.within(
                PATIENCE,
                () -> projection.collections().stream()
                        .anyMatch(name -> database.getCollection(name).find().first() != null));
        instance.jvm().kill();
        if (begun && isUnderway(database)) report.fired(fault);
    }

    private Map<Part, String> hashes(MongoClient store) {
        Map<Part, String> hashes = new EnumMap<>(Part.class);
        projections.forEach((part, projection) -> hashes.put(part, projection.hash(store.getDatabase(part.label()))));
        hashes.forEach((part, hash) -> report.measured(part.label() + " hash", hash));
        return hashes;
    }

    private Map<Part, Map<String, SortedMap<String, String>>> projected(MongoClient store) {
        Map<Part, Map<String, SortedMap<String, String>>> all = new EnumMap<>(Part.class);
        projections.forEach((part, projection) -> {
            MongoDatabase database = store.getDatabase(part.label());
            Map<String, SortedMap<String, String>> documents = new LinkedHashMap<>();
            for (String collection : projection.collections())
                documents.put(collection, projection.documents(database, collection));
            all.put(part, documents);
        });
        return all;
    }

    private void compare(
            String invariant,
            Map<Part, Map<String, SortedMap<String, String>>> before,
            Map<Part, Map<String, SortedMap<String, String>>> after) {
        before.forEach((part, collections) -> collections.forEach((collection, documents) -> {
            SortedMap<String, String> rebuilt =
                    after.getOrDefault(part, Map.of()).getOrDefault(collection, new TreeMap<>());
            report.checked(invariant + ": " + part.label(), documents.size());
            documents.forEach((id, document) -> {
                String now = rebuilt.get(id);
                if (!document.equals(now))
                    report.violated(
                            invariant + ": " + part.label(), collection + " " + id + " " + difference(document, now));
            });
            for (String id : rebuilt.keySet())
                if (!documents.containsKey(id))
                    report.violated(invariant + ": " + part.label(), collection + " " + id + " was not there before");
        }));
    }

    private static String difference(String was, @org.jspecify.annotations.Nullable String is) {
        if (is == null) return "is gone";
        int at = 0;
        while (at < Math.min(was.length(), is.length()) && was.charAt(at) == is.charAt(at)) at++;
        int from = Math.max(0, at - 60);
        return "was …" + was.substring(from, Math.min(was.length(), at + 80)) + "… and is …"
                + is.substring(from, Math.min(is.length(), at + 80)) + "…";
    }

    /** A new broker with the same records in topics of other widths; each key keeps its order. */
    private void republish() {
        Ledger ledger = Ledger.read(installation.bootstrap(), KEPT);
        installation.broker().stop();
        Suite.empty(installation.brokerDir());
        installation.startBroker();
        List<TopicSpec> topics = new ArrayList<>();
        for (TopicPlan plan : TopicPlan.load())
            topics.add(new TopicSpec(plan.name(), OTHER_PARTITIONS, plan.configs()));
        EmbeddedBroker.createTopics(installation.bootstrap(), topics);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        installation.bootstrap(),
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (String topic : KEPT)
                Ledger.byTime(ledger.of(topic))
                        .forEach(fact -> sent.add(producer.send(new ProducerRecord<>(
                                topic,
                                null,
                                fact.raw().timestamp(),
                                fact.raw().key(),
                                fact.raw().value(),
                                fact.raw().headers()))));
            for (Future<?> each : sent) each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not everything could be published again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
