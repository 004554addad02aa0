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

    private QuietLogs() {}

    /** The same as Spring properties, since a Spring application sets up logging anew when it starts. */
    public static Map<String, String> asProperties() {
        Map<String, String> levels =
                TALKATIVE.stream().collect(Collectors.toMap(name -> "logging.level." + name, name -> "WARN"));
        levels.put("logging.level." + ALARMIST, "ERROR");
        levels.put("logging.level." + CLOSES_TWICE, "ERROR");
        levels.put("logging.level." + INDISCREET, "OFF");
        return levels;
    }

    /** Quiets them now; with another logging system than Logback nothing happens. */
    static void apply() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) return;
        for (String name : TALKATIVE) quiet(context.getLogger(name), Level.WARN);
        quiet(context.getLogger(ALARMIST), Level.ERROR);
        quiet(context.getLogger(CLOSES_TWICE), Level.ERROR);
        quiet(context.getLogger(INDISCREET), Level.OFF);
    }

    /** A level somebody has chosen stays. */
    private static void quiet(Logger logger, Level level) {
        if (logger.getLevel() == null) logger.setLevel(level);
    }
}
