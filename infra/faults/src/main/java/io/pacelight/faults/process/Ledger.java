package io.pacelight.faults.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that stands on a topic, read raw: no class of the services has a say in it. */
final class Ledger {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration POLL = Duration.ofMillis(500);

    /** One record. What its value says is read each time it is asked for: hundreds of thousands are held at once. */
    record Fact(ConsumerRecord<byte[], byte[]> raw) {
        /** None where the value is no JSON object. */
        @Nullable
        JsonNode data() {
            return json(raw.value());
        }

        /** As quarantine names it. */
        String place() {
            return raw.topic() + '|' + raw.partition() + '|' + raw.offset();
        }

        String header(String name) {
            Header header = raw.headers().lastHeader(name);
            return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }

        String id() {
            return header("ce_id");
        }

        /** The event's type without its prefix and version, such as {@code attempt-recorded}. */
        String type() {
            String type = header("ce_type");
            return type.startsWith("io.pacelight.") && type.endsWith(".v1")
                    ? type.substring("io.pacelight.".length(), type.length() - ".v1".length())
                    : type;
        }

        String subject() {
            return header("ce_subject");
        }

        /** 0 where there is none to be read. */
        long sequence() {
            try {
                return Long.parseLong(header("ce_sequence"));
            } catch (NumberFormatException none) {
                return 0;
            }
        }

        String text(String field) {
            return optional(field).orElse("");
        }

        Optional<String> optional(String field) {
            JsonNode data = data();
            return data == null
                            || data.path(field).isMissingNode()
                            || data.path(field).isNull()
                    ? Optional.empty()
                    : Optional.of(data.path(field).asString());
        }
    }

    private final Map<String, List<Fact>> topics = new HashMap<>();

    private Ledger() {}

    /** The given topics from their beginnings to where they end now; each partition in its order. */
    static Ledger read(String bootstrap, List<String> names) {
        Ledger ledger = new Ledger();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String name : names) {
                ledger.topics.put(name, new ArrayList<>());
                consumer.partitionsFor(name)
                        .forEach(info -> partitions.add(new TopicPartition(name, info.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L)))
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL))
                    ledger.of(record.topic()).add(new Fact(record));
        }
        return ledger;
    }

    List<Fact> of(String topic) {
        List<Fact> facts = topics.get(topic);
        if (facts == null) throw new IllegalArgumentException(topic + " was not read");
        return facts;
    }

    /**
     * Records of all partitions in the order of their times, and those of each partition in their own order: a producer whose
     * clock went ahead has left records whose times are later than of those behind them.
     *
     * @param facts of one topic, each partition's in their order
     */
    static List<Fact> byTime(List<Fact> facts) {
        record Timed(long at, Fact fact) {}
        Map<Integer, Long> latest = new HashMap<>();
        return facts.stream()
                .map(fact -> new Timed(
                        latest.merge(fact.raw().partition(), fact.raw().timestamp(), Math::max), fact))
                .sorted(Comparator.comparingLong(Timed::at))
                .map(Timed::fact)
                .toList();
    }

    List<String> topics() {
        return List.copyOf(topics.keySet());
    }

    private static @Nullable JsonNode json(byte @Nullable [] value) {
        if (value == null) return null;
        try {
            JsonNode node = JSON.readTree(value);
            return node.isObject() ? node : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
