package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.State;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.mastery.Status;
import io.pacelight.progression.domain.mastery.Struggle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A standing within its document; levels in millionths. */
final class StandingCodec {
    private StandingCodec() {}

    static @Nullable Document write(@Nullable Standing standing) {
        if (standing == null) {
            return null;
        }
        return new Document("policy", standing.policy())
                .append("version", standing.policyVersion())
                .append("value", Objects.toString(standing.value(), null))
                .append("level", standing.level().millionths())
                .append("shown", standing.shown().millionths())
                .append("state", standing.state().name())
                .append("status", standing.status().name())
                .append("by", standing.masteredBy())
                .append("at", Objects.toString(standing.masteredAt(), null))
                .append("have", standing.have())
                .append("need", standing.need())
                .append("ready", standing.meetsPrerequisite())
                .append("struggle", standing.struggle().name())
                .append("attempts", standing.attempts())
                .append("last", Objects.toString(standing.lastAttemptAt(), null))
                .append("moved", Objects.toString(standing.movedAt(), null))
                .append(
                        "recent",
                        standing.recent().stream().map(Level::millionths).toList());
    }

    static @Nullable Standing read(@Nullable Document stored) {
        if (stored == null) {
            return null;
        }
        String value = stored.getString("value");
        List<Level> recent =
                stored.getList("recent", Long.class).stream().map(Level::new).toList();
        return new Standing(
                stored.getString("policy"),
                stored.getLong("version"),
                value == null ? null : new BigDecimal(value),
                new Level(stored.getLong("level")),
                new Level(stored.getLong("shown")),
                State.valueOf(stored.getString("state")),
                Status.valueOf(stored.getString("status")),
                stored.getString("by"),
                instant(stored, "at"),
                stored.getInteger("have"),
                stored.getInteger("need"),
                stored.getBoolean("ready"),
                Struggle.valueOf(stored.getString("struggle")),
                stored.getInteger("attempts"),
                instant(stored, "last"),
                instant(stored, "moved"),
                recent);
    }

    private static @Nullable Instant instant(Document stored, String field) {
        String text = stored.getString(field);
        return text == null ? null : Instant.parse(text);
    }
}
