package io.pacelight.reporting.adapter.out.stream;

import io.pacelight.events.Topics;
import io.pacelight.reporting.application.Change;
import io.pacelight.reporting.application.Changes;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends changes without waiting: they are hints that come after the fact is stored. */
public final class KafkaChanges implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaChanges.class);

    private final Producer<byte[], byte[]> producer;

    public KafkaChanges(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void publish(Collection<Change> changes) {
        for (Change change : changes) {
            var _ = producer.send(
                    new ProducerRecord<>(
                            Topics.REPORTING_CHANGES,
                            null,
                            (change.district() + '|' + change.id()).getBytes(StandardCharsets.UTF_8),
                            ChangeJson.write(change)),
                    (sent, failed) -> {
                        if (failed != null)
                            LOG.atWarn()
                                    .addKeyValue("error", failed.getClass().getSimpleName())
                                    .log("a change was not told");
                    });
        }
    }
}
