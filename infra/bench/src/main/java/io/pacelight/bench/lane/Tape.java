package io.pacelight.bench.lane;

import io.pacelight.events.Topics;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
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
import java.util.function.Consumer;
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
 * alone, so that each gets exactly what it would get from the others. It stays in its file, since a lane's heap is measured too.
 *
 * @param file the two times, then the records
 * @param warm wall-clock milliseconds at which the attempts began
 * @param measured wall-clock milliseconds at which those began that are measured; those before make the JVM warm
 */
public record Tape(Path file, long warm, long measured) {
    private static final int BUFFER = 1 << 20;
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

    /** Part of a tape. */
    public enum Part {
        BEFORE,
        WARM,
        MEASURED
    }

    /** One record as it stands in the file. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they are, compared by nobody
    private record Told(String topic, long at, byte[] key, byte @Nullable [] value, RecordHeaders headers) {
        static Told of(ConsumerRecord<byte[], byte[]> record) {
            return new Told(
                    record.topic(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    new RecordHeaders(record.headers()));
        }

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(topic);
            out.writeLong(at);
            bytes(out, key);
            bytes(out, value);
            out.writeInt(headers.toArray().length);
            for (Header header : headers) {
                out.writeUTF(header.key());
                bytes(out, header.value());
            }
        }

        /** None at the end. */
        static @Nullable Told read(DataInputStream in) throws IOException {
            String topic;
            try {
                topic = in.readUTF();
            } catch (EOFException end) {
                return null;
            }
            long at = in.readLong();
            byte[] key = bytes(in);
            byte[] value = bytes(in);
            RecordHeaders headers = new RecordHeaders();
            for (int left = in.readInt(); left > 0; left--) headers.add(in.readUTF(), bytes(in));
            return new Told(topic, at, key == null ? new byte[0] : key, value, headers);
        }
    }

    /** Where a record stands in the file that is not in order yet. */
    private record Place(long at, long from, int length) {}

    private Part partOf(Told told) {
        return told.at() < warm ? Part.BEFORE : told.at() < measured ? Part.WARM : Part.MEASURED;
    }

    public long count(String topic, Part part) {
        return each(List.of(topic), part, told -> {});
    }

    /** Puts those of a part and of these topics on a broker; answers how many. */
    public long play(Producer<byte[], byte[]> producer, Collection<String> topics, Part part) {
        long played = each(topics, part, told -> {
            var _ = producer.send(new ProducerRecord<>(told.topic(), null, told.key(), told.value(), told.headers()));
        });
        producer.flush();
        return played;
    }

    private long each(Collection<String> topics, Part part, Consumer<Told> take) {
        long taken = 0;
        try (DataInputStream in = input(file)) {
            in.skipNBytes(2L * Long.BYTES);
            for (Told told = Told.read(in); told != null; told = Told.read(in)) {
                if (partOf(told) != part || !topics.contains(told.topic())) continue;
                take.accept(told);
                taken++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken;
    }

    public static Tape of(Path file) {
        try (DataInputStream in = input(file)) {
            return new Tape(file, in.readLong(), in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a broker's topics, from their beginning to their present end, into a file. */
    public static void record(String broker, long warm, long measured, Path file) {
        Path unordered = file.resolveSibling(file.getFileName() + ".unordered");
        try {
            List<Place> places = copy(broker, unordered);
            places.sort(Comparator.comparingLong(Place::at)); // stable, so each partition keeps its order
            try (DataOutputStream out = output(file);
                    RandomAccessFile in = new RandomAccessFile(unordered.toFile(), "r")) {
                out.writeLong(warm);
                out.writeLong(measured);
                for (Place place : places) {
                    byte[] told = new byte[place.length()];
                    in.seek(place.from());
                    in.readFully(told);
                    out.write(told);
                }
            }
            Files.delete(unordered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Place> copy(String broker, Path to) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker);
        settings.put("isolation.level", "read_committed");
        List<Place> places = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long from = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : TOPICS)
                consumer.partitionsFor(topic)
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L)))
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    bytes.reset();
                    Told.of(record).write(new DataOutputStream(bytes));
                    bytes.writeTo(out);
                    places.add(new Place(record.timestamp(), from, bytes.size()));
                    from += bytes.size();
                }
        }
        return places;
    }

    private static DataInputStream input(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
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
