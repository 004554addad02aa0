package io.pacelight.kit.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not take, kept whole.
 *
 * @param id {@code topic|partition|offset}, so the same record is kept once however often it is delivered
 * @param reason what is wrong with it, without any of its values
 * @param replayedAt when it was taken after all; none while it waits
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came, compared by nobody
public record QuarantinedRecord(
        String id,
        String topic,
        int partition,
        long offset,
        String reason,
        Instant at,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<RawHeader> headers,
        @Nullable Instant replayedAt) {
    /** The district that its key names, or nothing if it names none: such a record is every district's to see. */
    public String district() {
        if (key == null) return "";
        String text = new String(key, StandardCharsets.UTF_8);
        int bar = text.indexOf('|');
        return bar < 0 ? "" : text.substring(0, bar);
    }

    public boolean concerns(String district) {
        return district().isEmpty() || district().equals(district);
    }

    /** One original header. */
    @SuppressWarnings("ArrayRecordComponent")
    public record RawHeader(String name, byte @Nullable [] value) {}
}
