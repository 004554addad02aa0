package io.pacelight.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The one JSON form of the events: ISO dates, plain decimals, absent instead of null, unknown fields ignored, missing ones refused. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(
                    new AnnotationIntrospectorPair(new RequiredComponents(), new JacksonAnnotationIntrospector()))
            .addModule(new WireValues())
            .withCoercionConfig(LogicalType.Textual, EventJson::onlyText)
            .changeDefaultPropertyInclusion(ignored -> JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private EventJson() {}

    private static void onlyText(MutableCoercionConfig coercions) {
        for (CoercionInputShape shape : CoercionInputShape.values())
            if (shape != CoercionInputShape.EmptyString) coercions.setCoercion(shape, CoercionAction.Fail);
    }

    public static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** Reads the data of one event; {@link UnreadableEvent} says what is wrong with it, never with its values. */
    public static <E extends Event> E read(byte[] json, Class<E> type) throws UnreadableEvent {
        try {
            E event = MAPPER.readValue(json, type);
            if (event == null) throw new UnreadableEvent("the value is JSON null");
            return event;
        } catch (InvalidNullException e) {
            throw new UnreadableEvent("required field '" + path(e) + "' of " + type.getSimpleName() + " is missing");
        } catch (JacksonException e) {
            throw new UnreadableEvent(
                    "not " + type.getSimpleName() + ": " + e.getClass().getSimpleName() + " at " + path(e));
        } catch (RuntimeException e) {
            throw new UnreadableEvent(
                    "not " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
        }
    }

    /** Where it is in the document; only names that the contract gives are named, for another's may be personal. */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name == null) path.append('[').append(step.getIndex()).append(']');
            else if (step.from() instanceof Class<?> || step.from() instanceof Record)
                path.append(path.isEmpty() ? "" : ".").append(name);
            else path.append("[*]");
        }
        return path.isEmpty() ? "the document" : path.toString();
    }
}
