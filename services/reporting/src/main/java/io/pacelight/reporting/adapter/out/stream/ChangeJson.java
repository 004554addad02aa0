package io.pacelight.reporting.adapter.out.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pacelight.reporting.application.Change;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A change as reporting's instances tell it to each other. */
public final class ChangeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(ignored ->
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private record Line(
            String kind,
            String id,
            Instant at,
            String district,
            @Nullable List<String> classes,
            @Nullable List<String> schools) {}

    private ChangeJson() {}

    /** The word for a kind, as it is on the wire and in the browser. */
    public static String word(Change.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static byte[] write(Change change) {
        return MAPPER.writeValueAsBytes(new Line(
                word(change.kind()), change.id(), change.at(), change.district(), change.classes(), change.schools()));
    }

    /** None for what this version can't read: a page misses a hint, no more. */
    public static @Nullable Change read(byte @Nullable [] json) {
        if (json == null) return null;
        try {
            Line line = MAPPER.readValue(json, Line.class);
            return new Change(
                    Change.Kind.valueOf(line.kind().toUpperCase(Locale.ROOT)),
                    line.id(),
                    line.district(),
                    line.at(),
                    line.classes() == null ? List.of() : line.classes(),
                    line.schools() == null ? List.of() : line.schools());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return null;
        }
    }
}
