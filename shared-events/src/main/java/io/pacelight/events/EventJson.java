package io.pacelight.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON form of the events: ISO dates, absent instead of null, unknown fields ignored, missing ones refused. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(ignored -> JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private EventJson() {}

    public static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** Reads the data of one event; {@link UnreadableEvent} says what is wrong with it, never with its values. */
    public static <E extends Event> E read(byte[] json, Class<E> type) throws UnreadableEvent {
        try {
            E event = MAPPER.readValue(json, type);
            if (event == null) throw new UnreadableEvent("the value is JSON null");
            Required.of(type).check(event);
            return event;
        } catch (JacksonException e) {
            throw new UnreadableEvent(
                    "not " + type.getSimpleName() + ": " + e.getClass().getSimpleName() + " at " + path(e));
        } catch (RuntimeException e) {
            throw new UnreadableEvent(
                    "not " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
        }
    }

    private static String path(JacksonException e) {
        String path = e.getPathReference();
        return path == null || path.isEmpty() ? "the document" : path;
    }
}
