package io.pacelight.roster.domain.oneroster;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One data row under its header.
 *
 * @param number counted from 1 below the header
 */
public record Row(Header header, int number, List<String> fields) {

    /** The cell as written; empty when the row or the header has no such column. */
    public String get(String column) {
        int position = header.positionOf(column);
        return position < 0 || position >= fields.size() ? "" : fields.get(position);
    }

    /** The cell as written, or null when there is nothing in it. */
    public @Nullable String orNull(String column) {
        String value = get(column);
        return value.isEmpty() ? null : value;
    }

    /** The parts of a cell that lists several values between commas; empty parts are dropped. */
    public List<String> list(String column) {
        String value = get(column);
        if (value.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
