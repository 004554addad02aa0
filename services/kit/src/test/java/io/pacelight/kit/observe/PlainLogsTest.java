package io.pacelight.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class PlainLogsTest {
    @Test
    void a_line_of_plain_text_holds_the_key_value_pairs() throws IOException {
        List<PropertySource<?>> kit = new YamlPropertySourceLoader().load("kit", new ClassPathResource("kit.yml"));
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(String.valueOf(kit.getFirst().getProperty("logging.pattern.console")));
        layout.start();
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("io.pacelight.kit"), Level.WARN, "record quarantined", null, null);
        event.addKeyValuePair(new KeyValuePair("reason", "the level lies on no scale"));

        assertThat(layout.doLayout(event)).contains("record quarantined reason=\"the level lies on no scale\"");
    }
}
