package io.pacelight.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.Topics;
import io.pacelight.kit.app.TallyApplication;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs in Elastic's Common Schema, as {@code logging.structured.format.console=ecs} writes them. */
class StructuredLogsIT {
    private static final String SECRET = "Tyrone Dyer";

    /** Every line of this JVM, as the option would write it. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final StructuredLogEncoder encoder = new StructuredLogEncoder();
        private final List<String> written = new CopyOnWriteArrayList<>();

        Lines(LoggerContext context) {
            setContext(context);
            encoder.setContext(context);
            encoder.setFormat("ecs");
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.start();
            start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            written.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_unreadable_record_is_logged_by_its_place_and_nothing_of_it_is_said() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        Logger own = context.getLogger("io.pacelight");
        Level before = own.getLevel();
        String student = "stu_" + UUID.randomUUID();
        try (RunningService service = RunningService.start(
                TallyApplication.class,
                "tally",
                "logs-" + UUID.randomUUID(),
                Map.of("logging.structured.format.console", "ecs"),
                Map.of())) {
            context.putObject(Environment.class.getName(), service.context().getEnvironment());
            Lines lines = new Lines(context);
            root.addAppender(lines);
            own.setLevel(Level.DEBUG);
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    Topics.ATTEMPTS,
                    null,
                    ("d|" + student).getBytes(StandardCharsets.UTF_8),
                    ("{\"student\":\"" + student + "\",\"reflection\":\"" + SECRET + "\",")
                            .getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_type",
                            AttemptRecorded.TYPE,
                            "ce_source",
                            "/pacelight/assessment",
                            "ce_subject",
                            "d|" + student,
                            "ce_time",
                            "2026-10-14T14:00:00Z",
                            "ce_sequence",
                            "1")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            service.bean(Producer.class).send(record).get();
            Eventually.holds(() -> assertThat(lines.written).anyMatch(line -> line.contains("record quarantined")));
            root.detachAppender(lines);

            JsonNode line = JsonMapper.shared()
                    .readTree(lines.written.stream()
                            .filter(written -> written.contains("record quarantined"))
                            .findFirst()
                            .orElseThrow());
            assertThat(line.path("log").path("level").asString()).isEqualTo("WARN");
            assertThat(line.path("service").path("name").asString()).isEqualTo("tally");
            assertThat(line.path("message").asString()).isEqualTo("record quarantined");
            assertThat(line.path("topic").asString()).isEqualTo(Topics.ATTEMPTS);
            assertThat(line.path("reason").asString()).startsWith("not AttemptRecorded");
            assertThat(lines.written).noneMatch(written -> written.contains(SECRET) || written.contains(student));
        } finally {
            own.setLevel(before);
        }
    }
}
