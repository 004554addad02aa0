package io.pacelight.faults.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.faults.process.Ledger.Fact;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Topics are published again in an order that Kafka could have had. */
class LedgerTest {
    @Test
    void partitions_are_merged_by_time() {
        assertThat(places(Ledger.byTime(List.of(at(0, 0, 100), at(0, 1, 300), at(1, 0, 200), at(1, 1, 400)))))
                .containsExactly("0:0", "1:0", "0:1", "1:1");
    }

    @Test
    void a_partition_keeps_its_order_where_a_clock_was_ten_minutes_ahead_for_a_while() {
        assertThat(places(Ledger.byTime(
                        List.of(at(0, 0, 100), at(0, 1, 600_110), at(0, 2, 120), at(1, 0, 115), at(0, 3, 130)))))
                .containsExactly("0:0", "1:0", "0:1", "0:2", "0:3");
    }

    private static Fact at(int partition, long offset, long time) {
        return new Fact(new ConsumerRecord<>(
                "topic",
                partition,
                offset,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty()));
    }

    private static List<String> places(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.raw().partition() + ":" + fact.raw().offset())
                .toList();
    }
}
