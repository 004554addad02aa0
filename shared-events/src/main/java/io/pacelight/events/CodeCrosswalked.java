package io.pacelight.events;

import org.jspecify.annotations.Nullable;

/** Another code set's code and the competency it stands for; none when the link was withdrawn. */
public record CodeCrosswalked(
        String district, String foreignCode, @Nullable String competency) implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.code-crosswalked.v1";

    @Override
    public String key() {
        return Keys.of(district, "crosswalk", foreignCode);
    }
}
