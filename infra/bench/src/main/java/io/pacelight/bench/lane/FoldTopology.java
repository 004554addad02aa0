package io.pacelight.bench.lane;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventIds;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.Received;
import io.pacelight.progression.adapter.in.stream.Arrivals;
import io.pacelight.progression.adapter.out.mongo.MasteryCodec;
import io.pacelight.progression.adapter.out.mongo.StudentCodec;
import io.pacelight.progression.application.Arrival;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.application.JudgeInput;
import io.pacelight.progression.application.MasteryMachine;
import io.pacelight.progression.application.RuleBook;
import io.pacelight.progression.application.StudentInput;
import io.pacelight.progression.application.StudentMachine;
import io.pacelight.progression.application.StudentState;
import io.pacelight.progression.domain.map.StudentMap;
import io.pacelight.progression.domain.mastery.Mastery;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Attempts and students in, judgements and unlockings out. One processor with two stores, since all of it has the student's key:
 * what progression reads back from its own topic is folded right away here. The rules, the documents and the events are
 * progression's own; judging again after a change of rules is not part of it.
 */
final class FoldTopology {
    private static final String MASTERIES = "masteries";
    private static final String STUDENTS = "students";
    private static final String FOLD = "fold";
    private static final String SOURCE = "/pacelight/progression";

    private FoldTopology() {}

    static Topology of(RuleBook rules) {
        Topology topology = new Topology();
        topology.addSource(
                "facts",
                Serdes.ByteArray().deserializer(),
                Serdes.ByteArray().deserializer(),
                Topics.ATTEMPTS,
                Topics.STUDENTS);
        topology.addProcessor(FOLD, () -> new Fold(rules), "facts");
        topology.addStateStore(store(MASTERIES), FOLD);
        topology.addStateStore(store(STUDENTS), FOLD);
        topology.addSink(
                "judged",
                Topics.MASTERY,
                Serdes.ByteArray().serializer(),
                Serdes.ByteArray().serializer(),
                FOLD);
        return topology;
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    /** A stored state and the sequence of the last event told of it. */
    private record Row<S>(S state, long sequence) {}

    /** States as the BSON that progression stores, after eight bytes of sequence. */
    private record Table<S>(KeyValueStore<String, byte[]> store, StateCodec<S> codec, S initial) {
        Row<S> get(String id) {
            byte[] stored = store.get(id);
            if (stored == null) return new Row<>(initial, 0);
            long sequence = ByteBuffer.wrap(stored).getLong();
            byte[] state = Arrays.copyOfRange(stored, Long.BYTES, stored.length);
            return new Row<>(codec.read(id, StoredFields.of(state)), sequence);
        }

        void put(String id, Row<S> row) {
            byte[] bson = FieldWriter.document(out -> codec.write(out, row.state()));
            store.put(
                    id,
                    ByteBuffer.allocate(Long.BYTES + bson.length)
                            .putLong(row.sequence())
                            .put(bson)
                            .array());
        }
    }

    private static final class Fold implements Processor<byte[], byte[], byte[], byte[]> {
        private final RuleBook rules;
        private final MasteryMachine judging = new MasteryMachine();
        private final StudentMachine mapping = new StudentMachine();
        private @Nullable ProcessorContext<byte[], byte[]> context;
        private @Nullable Table<Mastery> masteries;
        private @Nullable Table<StudentState> students;

        Fold(RuleBook rules) {
            this.rules = rules;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> given) {
            context = given;
            masteries = new Table<>(given.getStateStore(MASTERIES), new MasteryCodec(), Mastery.NONE);
            students = new Table<>(given.getStateStore(STUDENTS), new StudentCodec(), StudentState.UNKNOWN);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            ProcessorContext<byte[], byte[]> current = context;
            Table<Mastery> states = masteries;
            Table<StudentState> maps = students;
            if (current == null || states == null || maps == null) throw new IllegalStateException("not begun");
            Received received = received(record, current);
            Arrival arrival = Arrivals.of(received).orElse(null);
            List<Envelope<?>> told = new ArrayList<>();
            if (arrival instanceof Arrival.StudentTold student)
                step(maps, mapping, student.studentId(), student.cause(), student.input(), told);
            else if (arrival instanceof Arrival.AttemptArrived attempt) judge(states, maps, attempt, told);
            for (Envelope<?> each : told) if (each.topic().equals(Topics.MASTERY)) forward(current, each, record);
        }

        private void judge(
                Table<Mastery> states,
                Table<StudentState> maps,
                Arrival.AttemptArrived arrived,
                List<Envelope<?>> told) {
            CompetencyKey key = arrived.key();
            StudentState student = maps.get(key.studentId()).state();
            JudgeInput input = JudgeInput.judged(
                    key,
                    List.of(arrived.attempt()),
                    rules.rules(key.district(), key.competency(), student.schools()),
                    arrived.at());
            List<Envelope<?>> judged = new ArrayList<>();
            step(states, judging, key.id(), arrived.cause(), input, judged);
            told.addAll(judged);
            for (Envelope<?> each : judged)
                if (each.data() instanceof EvidenceJudged row)
                    step(
                            maps,
                            mapping,
                            key.studentId(),
                            each.id(),
                            new StudentInput.Judged(
                                    key.district(),
                                    key.student(),
                                    new StudentMap.Row(row.competency(), each.sequence(), row.readyForNext()),
                                    rules.prerequisites(key.district()),
                                    each.time()),
                            told);
        }

        private static <S, I> void step(
                Table<S> table, StateMachine<S, I> machine, String id, String cause, I input, List<Envelope<?>> told) {
            Row<S> before = table.get(id);
            Step<S> step = machine.apply(before.state(), input);
            long sequence = before.sequence();
            Map<String, Integer> ordinals = new HashMap<>();
            for (Emission emission : step.emissions()) {
                Event event = emission.event();
                String type = EventCatalogue.of(event).type();
                int ordinal = ordinals.merge(type, 1, Integer::sum) - 1;
                told.add(new Envelope<>(
                        EventIds.of(cause, type, id, ordinal), SOURCE, id, ++sequence, emission.time(), null, event));
            }
            if (sequence != before.sequence() || !step.state().equals(before.state()))
                table.put(id, new Row<>(step.state(), sequence));
        }

        private static Received received(Record<byte[], byte[]> record, ProcessorContext<byte[], byte[]> context) {
            RecordMetadata place = context.recordMetadata().orElseThrow();
            try {
                Envelope<? extends Event> envelope = CloudEventHeaders.read(record.headers(), record.value())
                        .orElseThrow(() -> new IllegalStateException("an event of an unknown type"));
                return new Received(envelope, new Received.Place(place.topic(), place.partition(), place.offset()));
            } catch (UnreadableEvent e) {
                throw new IllegalStateException("the tape holds an unreadable event", e);
            }
        }

        private static void forward(
                ProcessorContext<byte[], byte[]> context, Envelope<?> event, Record<byte[], byte[]> from) {
            ProducerRecord<byte[], byte[]> written = CloudEventHeaders.write(event);
            context.forward(new Record<>(written.key(), written.value(), from.timestamp(), written.headers()));
        }
    }
}
