package io.pacelight.bench.lane;

import io.pacelight.events.Topics;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What a whole box once told on its topics, in the order of the records' times: the input of the lanes that measure one service
 * alone, so that each gets exactly what it would get from the others.
 *
 * @param warm wall-clock milliseconds at which the attempts began
 * @param measured wall-clock milliseconds at which those began that are measured; those before make the JVM warm
 */
public record Tape(List<Told> records, long warm, long measured) {
    private static final List<String> TOPICS = List.of(
            Topics.PEOPLE,
            Topics.REFERENCE,
            Topics.CURRICULUM,
            Topics.POLICIES,
            Topics.STUDENTS,
            Topics.ATTENDANCE,
            Topics.ATTEMPTS,
            Topics.MASTERY,
            Topics.TASKS);

    /** One record. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they are, compared by nobody
    public record Told(String topic, byte[] key, byte @Nullable [] value, List<Header> headers, long at) {
        public Told {
            headers = List.copyOf(headers);
        }
    }

    /** Part of a tape. */
    public enum Part {
        BEFORE,
        WARM,
        MEASURED
    }

    public Part partOf(Told told) {
        return told.at() < warm ? Part.BEFORE : told.at() < measured ? Part.WARM : Part.MEASURED;
    }

    public long count(String topic, Part part) {
        return records.stream()
                .filter(told -> told.topic().equals(topic) && partOf(told) == part)
                .count();
    }

    /** Puts those of a part and of these topics on a broker; answers how many. */
    public long play(Producer<byte[], byte[]> producer, Collection<String> topics, Part part) {
        return play(producer, told -> topics.contains(told.topic()) && partOf(told) == part);
    }

    private long play(Producer<byte[], byte[]> producer, Predicate<Told> chosen) {
        long played = 0;
        for (Told told : records) {
            if (!chosen.test(told)) continue;
            var _ = producer.send(new ProducerRecord<>(
                    told.topic(), null, told.key(), told.value(), new RecordHeaders(told.headers())));
            played++;
        }
        producer.flush();
        return played;
    }

    /** Reads a broker's topics from their beginning to their present end. */
    public static Tape of(String broker, long warm, long measured) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker);
        settings.put("isolation.level", "read_committed");
        List<Told> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : TOPICS)
                consumer.partitionsFor(topic)
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L)))
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200)))
                    told.add(new Told(
                            record.topic(),
                            record.key(),
                            record.value(),
                            List.of(record.headers().toArray()),
                            record.timestamp()));
        }
        told.sort(Comparator.comparingLong(Told::at)); // stable, so each partition keeps its order
        return new Tape(told, warm, measured);
    }

    public void write(Path file) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeLong(warm);
            out.writeLong(measured);
            for (Told each : records) {
                out.writeUTF(each.topic());
                out.writeLong(each.at());
                bytes(out, each.key());
                bytes(out, each.value());
                out.writeInt(each.headers().size());
                for (Header header : each.headers()) {
                    out.writeUTF(header.key());
                    bytes(out, header.value());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Tape read(Path file) {
        List<Told> told = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long warm = in.readLong();
            long measured = in.readLong();
            while (true) {
                String topic;
                try {
                    topic = in.readUTF();
                } catch (EOFException end) {
                    return new Tape(told, warm, measured);
                }
                long at = in.readLong();
                byte[] key = bytes(in);
                byte[] value = bytes(in);
                RecordHeaders headers = new RecordHeaders();
                for (int left = in.readInt(); left > 0; left--) headers.add(in.readUTF(), bytes(in));
                told.add(new Told(topic, key == null ? new byte[0] : key, value, List.of(headers.toArray()), at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) out.write(bytes);
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
