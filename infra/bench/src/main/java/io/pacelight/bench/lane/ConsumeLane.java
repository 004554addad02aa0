package io.pacelight.bench.lane;

import io.pacelight.bench.lane.Tape.Part;
import io.pacelight.events.Envelope;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;

/** The limits: reading attempts off Kafka by the poll, and doing one thing more with each poll. */
final class ConsumeLane {
    private static final Duration POLL = Duration.ofMillis(100);

    /** What is done with a poll before its offsets are committed. */
    @FunctionalInterface
    interface Poll {
        void take(ConsumerRecords<byte[], byte[]> records);
    }

    private ConsumeLane() {}

    static Measured consume(Ground ground, Tape tape) {
        return run("consume", ground, tape, _ -> records -> {});
    }

    static Measured decode(Ground ground, Tape tape) {
        return run("decode", ground, tape, _ -> ConsumeLane::decode);
    }

    /** Reads each record of a poll as a service does. */
    static void decode(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Envelope<?> envelope = CloudEventHeaders.read(record.headers(), record.value())
                        .orElseThrow(() -> new IllegalStateException("an attempt of an unknown type"));
                if (envelope.sequence() < 1) throw new IllegalStateException("an attempt without a sequence");
            } catch (UnreadableEvent e) {
                throw new IllegalStateException("the tape holds an unreadable attempt", e);
            }
        }
    }

    /** Makes what is done with the polls of a part of the tape. */
    @FunctionalInterface
    interface Doing {
        Poll of(Part part);
    }

    static Measured run(String lane, Ground ground, Tape tape, Doing doing) {
        try (Producer<byte[], byte[]> producer = ground.producer();
                Consumer<byte[], byte[]> consumer = ground.consumer(lane)) {
            consumer.subscribe(List.of(Topics.ATTEMPTS));
            while (consumer.assignment().isEmpty()) consumer.poll(POLL);
            consumer.pause(consumer.assignment());
            long warm = tape.play(producer, List.of(Topics.ATTEMPTS), Part.WARM);
            drain(consumer, warm, doing.of(Part.WARM));
            consumer.pause(consumer.assignment());
            long measured = tape.play(producer, List.of(Topics.ATTEMPTS), Part.MEASURED);
            Poll poll = doing.of(Part.MEASURED);
            Meter meter = new Meter();
            drain(consumer, measured, poll);
            return meter.stop(lane, measured, Map.of());
        }
    }

    private static void drain(Consumer<byte[], byte[]> consumer, long expected, Poll poll) {
        consumer.resume(consumer.assignment());
        long taken = 0;
        while (taken < expected) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (records.isEmpty()) continue;
            poll.take(records);
            consumer.commitSync();
            taken += records.count();
        }
    }
}
