package io.pacelight.faults.process;

import io.pacelight.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes straight onto the topic of attempts what no service of ours would: repeats, rubbish, nothing, two megabytes. */
final class Vandal implements AutoCloseable {
    private static final int LARGE = 2 * 1024 * 1024;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Random chance;
    private final List<Future<?>> sent = new ArrayList<>();
    private int repeats;
    private int unreadable;
    private int nulls;
    private int large;

    Vandal(String bootstrap, Random chance) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.chance = chance;
    }

    /** Repeats every {@code nth} record of the ledger, byte for byte. */
    void repeat(List<Ledger.Fact> attempts, int nth) {
        for (Ledger.Fact fact : attempts)
            if (chance.nextInt(nth) == 0) {
                send(
                        fact.raw().key(),
                        fact.raw().value(),
                        new RecordHeaders(fact.raw().headers().toArray()));
                repeats++;
            }
    }

    /** Rubbish of each kind, with keys that real students have. */
    void rubbish(List<Ledger.Fact> attempts) {
        for (int i = 0; i < 5; i++) {
            Ledger.Fact fact = attempts.get(chance.nextInt(attempts.size()));
            byte[] key = fact.raw().key();
            String value = new String(fact.raw().value(), StandardCharsets.UTF_8);
            send(key, new byte[] {0, 1, 2, 3}, headers("io.pacelight.attempt-recorded.v1"));
            send(
                    key,
                    value.substring(0, value.length() / 2).getBytes(StandardCharsets.UTF_8),
                    headers("io.pacelight.attempt-recorded.v1"));
            // under an id that nothing else has, so that none of it counts as applied by its namesake
            String other = value.replace("\"" + fact.text("attempt") + "\"", "\"rubbish-" + unreadable + "\"");
            send(
                    key,
                    other.replaceFirst("\"kind\":\"[A-Z]+\"", "\"kind\":\"MAGIC\"")
                            .getBytes(StandardCharsets.UTF_8),
                    headers("io.pacelight.attempt-recorded.v1"));
            send(key, other.getBytes(StandardCharsets.UTF_8), new RecordHeaders());
            unreadable += 4;
            send(key, null, headers("io.pacelight.attempt-recorded.v1"));
            send(key, null, new RecordHeaders());
            nulls += 2;
        }
    }

    /** A readable attempt of two megabytes, nearly all of it a reflection. */
    void large(List<Ledger.Fact> attempts) {
        Ledger.Fact fact = attempts.stream()
                .filter(each -> each.type().equals("attempt-recorded") && each.data() != null)
                .findFirst()
                .orElseThrow();
        String value = new String(fact.raw().value(), StandardCharsets.UTF_8)
                .replace("\"" + fact.text("attempt") + "\"", "\"large-" + large + "\"");
        String longer = value.substring(0, value.lastIndexOf('}')) + ",\"reflection\":\"" + "o".repeat(LARGE) + "\"}";
        RecordHeaders headers = headers("io.pacelight.attempt-recorded.v1");
        headers.remove("ce_subject");
        headers.add("ce_subject", (fact.text("district") + "|large-" + large).getBytes(StandardCharsets.UTF_8));
        send(fact.raw().key(), longer.getBytes(StandardCharsets.UTF_8), headers);
        large++;
    }

    /** What was written so far, all of it acknowledged. */
    String done() {
        try {
            for (Future<?> each : sent) each.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take what it was to take", e);
        }
        return repeats + " repeats, " + unreadable + " unreadable, " + nulls + " null, " + large + " of 2 MB";
    }

    private static RecordHeaders headers(String type) {
        RecordHeaders headers = new RecordHeaders();
        Map<String, String> attributes = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                "/elsewhere",
                "ce_subject",
                "faults|" + UUID.randomUUID(),
                "ce_sequence",
                "1",
                "ce_time",
                Instant.parse("2026-10-01T12:00:00Z").toString());
        attributes.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private void send(byte[] key, byte @Nullable [] value, RecordHeaders headers) {
        sent.add(producer.send(new ProducerRecord<>(Topics.ATTEMPTS, null, key, value, headers)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
