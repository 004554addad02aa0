package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.events.IsoInstant;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.State;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.mastery.Status;
import io.pacelight.progression.domain.mastery.Struggle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A standing within its document; levels in millionths. */
final class StandingCodec {
    private StandingCodec() {}

    static void write(FieldWriter out, Standing standing) {
        out.put("policy", standing.policy())
                .put("version", standing.policyVersion())
                .put("value", Objects.toString(standing.value(), null))
                .put("level", standing.level().millionths())
                .put("shown", standing.shown().millionths())
                .put("state", standing.state().name())
                .put("status", standing.status().name())
                .put("by", standing.masteredBy())
                .put("at", Objects.toString(standing.masteredAt(), null))
                .put("have", standing.have())
                .put("need", standing.need())
                .put("ready", standing.meetsPrerequisite())
                .put("struggle", standing.struggle().name())
                .put("attempts", standing.attempts())
                .put("last", Objects.toString(standing.lastAttemptAt(), null))
                .put("moved", Objects.toString(standing.movedAt(), null))
                .array("recent", row -> standing.recent().forEach(level -> row.add(level.millionths())));
    }

    static Standing read(StoredFields in) {
        String policy = in.string("policy");
        long version = in.number("version");
        String value = in.stringOrNone("value");
        return new Standing(
                policy,
                version,
                value == null ? null : new BigDecimal(value),
                new Level(in.number("level")),
                new Level(in.number("shown")),
                State.valueOf(in.string("state")),
                Status.valueOf(in.string("status")),
                in.stringOrNone("by"),
                instant(in, "at"),
                in.integer("have"),
                in.integer("need"),
                in.flag("ready"),
                Struggle.valueOf(in.string("struggle")),
                in.integer("attempts"),
                instant(in, "last"),
                instant(in, "moved"),
                levels(in.array("recent")));
    }

    private static List<Level> levels(StoredRow row) {
        List<Level> levels = new ArrayList<>();
        while (row.hasNext()) {
            levels.add(new Level(row.number()));
        }
        return levels;
    }

    private static @Nullable Instant instant(StoredFields in, String field) {
        String text = in.stringOrNone(field);
        return text == null ? null : IsoInstant.parse(text);
    }
}
