package io.pacelight.faults.simulation;

import io.pacelight.kit.stream.Received;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Topics of equally many partitions. What is appended stays where it is until it is compacted away; a key is always in one
 * partition.
 */
final class FakeLog {
    static final int PARTITIONS = 2;

    /** A record as it stands; {@code at} is the school time at which it was appended, {@code order} its place among all. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as they are, compared by nobody
    record Entry(
            TopicPartition partition,
            long offset,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Instant at,
            int order) {
        /** As the quarantine names it. */
        String place() {
            return partition.topic() + '|' + partition.partition() + '|' + offset;
        }

        String keyText() {
            return key == null ? "" : new String(key, StandardCharsets.UTF_8);
        }

        @Nullable
        String header(String name) {
            Header header = headers.lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            String type = header("ce_type");
            return partition + "@" + offset + " "
                    + (type == null ? "?" : type.replace("io.pacelight.", "")) + " " + header("ce_subject") + " #"
                    + header("ce_sequence");
        }
    }

    private final Map<TopicPartition, List<Entry>> partitions = new HashMap<>();
    private final Map<TopicPartition, BitSet> removed = new HashMap<>();
    private int appended;
    private final Map<String, Group> groups = new HashMap<>();

    static int partitionOf(byte @Nullable [] key) {
        return key == null ? 0 : Math.floorMod(new String(key, StandardCharsets.UTF_8).hashCode() * 31, PARTITIONS);
    }

    static int partitionOf(String key) {
        return partitionOf(key.getBytes(StandardCharsets.UTF_8));
    }

    Entry append(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers, Instant at) {
        TopicPartition partition = new TopicPartition(topic, partitionOf(key));
        List<Entry> entries = partitions.computeIfAbsent(partition, none -> new ArrayList<>());
        Entry entry = new Entry(partition, entries.size(), key, value, headers, at, appended++);
        entries.add(entry);
        return entry;
    }

    long end(TopicPartition partition) {
        return entries(partition).size();
    }

    Entry at(Received.Place place) {
        return at(new TopicPartition(place.topic(), place.partition()), place.offset());
    }

    Entry at(TopicPartition partition, long offset) {
        return entries(partition).get((int) offset);
    }

    /** The first record at or after an offset that has not been compacted away; none at the end. */
    @Nullable
    Entry next(TopicPartition partition, long from) {
        int offset = removed.getOrDefault(partition, new BitSet()).nextClearBit((int) from);
        return offset < end(partition) ? at(partition, offset) : null;
    }

    /**
     * Keeps, of the records before an offset, the last one of each key.
     *
     * @return how many went
     */
    int compact(TopicPartition partition, long before) {
        BitSet gone = removed.computeIfAbsent(partition, none -> new BitSet());
        Set<String> later = new HashSet<>();
        int count = 0;
        for (int offset = (int) before - 1; offset >= 0; offset--) {
            if (gone.get(offset) || later.add(at(partition, offset).keyText())) continue;
            gone.set(offset);
            count++;
        }
        return count;
    }

    /** All records that a topic ever had, partition by partition. */
    List<Entry> of(String topic) {
        List<Entry> all = new ArrayList<>();
        for (TopicPartition partition : partitionsOf(List.of(topic))) all.addAll(entries(partition));
        return all;
    }

    /** All records that ever were, in the order in which they were appended. */
    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        partitions.values().forEach(all::addAll);
        all.sort(Comparator.comparingInt(Entry::order));
        return all;
    }

    static List<TopicPartition> partitionsOf(Collection<String> topics) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : topics)
            for (int partition = 0; partition < PARTITIONS; partition++) all.add(new TopicPartition(topic, partition));
        return all;
    }

    /** The consumer group of that name, which reads these topics together. */
    Group group(String name, Collection<String> topics) {
        return groups.computeIfAbsent(name, none -> new Group(name, topics));
    }

    Collection<Group> groups() {
        return new TreeMap<>(groups).values();
    }

    private List<Entry> entries(TopicPartition partition) {
        return partitions.getOrDefault(partition, List.of());
    }
}
