package io.pacelight.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Keeps the embedded servers from telling at length how they start; their warnings still come through. */
public final class QuietLogs {
    private static final List<String> TALKATIVE = List.of(
            "org.apache.kafka",
            "kafka",
            "state.change.logger",
            "de.bwaldvogel",
            "io.netty",
            "com.icegreen",
            "org.mongodb");
    /** Says at every start that it appends the first records; true, and no reason to worry. */
    private static final String ALARMIST = "org.apache.kafka.controller.QuorumController";

    private static final String CLOSES_TWICE = "org.apache.kafka.clients.NetworkClient";

    /** Logs each refused command with all it carries; the client is told anyway, and payloads have no place in logs. */
    private static final String INDISCREET = "de.bwaldvogel.mongo.wire.MongoWireProtocolHandler";

    private static final Map<String, Level> LEVELS = levels();

    private QuietLogs() {}

    private static Map<String, Level> levels() {
        Map<String, Level> levels = TALKATIVE.stream().collect(Collectors.toMap(name -> name, _ -> Level.WARN));
        for (String name : List.of(ALARMIST, CLOSES_TWICE)) levels.put(name, Level.ERROR);
        levels.put(INDISCREET, Level.OFF);
        return levels;
    }

    /** The same as Spring properties, since a Spring application sets up logging anew when it starts. */
    public static Map<String, String> asProperties() {
        return LEVELS.entrySet().stream()
                .collect(Collectors.toMap(
                        level -> "logging.level." + level.getKey(),
                        level -> level.getValue().toString()));
    }

    /** Quiets them now, except where somebody has chosen a level. */
    static void apply() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) return;
        LEVELS.forEach((name, level) -> {
            Logger logger = context.getLogger(name);
            if (logger.getLevel() == null) logger.setLevel(level);
        });
    }
}
