package io.pacelight.events;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) that says what a record says: no more, no less. */
final class SchemaWriter {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String LOCAL_TIME = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$";

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private SchemaWriter() {}

    static ObjectNode schemaOf(EventCatalogue.Entry entry) {
        SchemaWriter writer = new SchemaWriter();
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:pacelight:event:" + entry.type());
        schema.put("title", entry.record().getSimpleName());
        writer.describe(schema, entry.record());
        if (!writer.definitions.isEmpty()) {
            ObjectNode definitions = schema.putObject("$defs");
            writer.definitions.forEach(definitions::set);
        }
        return schema;
    }

    private void describe(ObjectNode schema, Class<?> record) {
        schema.put("description", Sentences.of(record));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = MAPPER.createArrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), value(component.getAnnotatedType()));
            if (RequiredComponents.isRequired(component)) required.add(component.getName());
        }
        if (!required.isEmpty()) schema.set("required", required);
        schema.put("additionalProperties", true);
    }

    private ObjectNode value(AnnotatedType annotated) {
        ObjectNode schema = MAPPER.createObjectNode();
        if (annotated instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (raw(annotated) == List.class) schema.put("type", "array").set("items", value(arguments[0]));
            else if (raw(annotated) == Map.class && raw(arguments[0]) == String.class)
                schema.put("type", "object").set("additionalProperties", value(arguments[1]));
            else throw new IllegalStateException("no schema for " + annotated);
            return schema;
        }
        Class<?> type = raw(annotated);
        if (type == String.class) return schema.put("type", "string");
        if (type == boolean.class || type == Boolean.class) return schema.put("type", "boolean");
        if (type == int.class || type == Integer.class)
            return schema.put("type", "integer").put("format", "int32");
        if (type == long.class || type == Long.class)
            return schema.put("type", "integer").put("format", "int64");
        if (type == BigDecimal.class) return schema.put("type", "number");
        if (type == Instant.class) return schema.put("type", "string").put("format", "date-time");
        if (type == LocalDate.class) return schema.put("type", "string").put("format", "date");
        if (type == LocalTime.class) return schema.put("type", "string").put("pattern", LOCAL_TIME);
        return schema.put("$ref", "#/$defs/" + define(type));
    }

    private String define(Class<?> type) {
        String name = type.getSimpleName();
        if (definitions.containsKey(name)) return name;
        ObjectNode definition = MAPPER.createObjectNode();
        definitions.put(name, definition);
        if (type.isRecord()) describe(definition, type);
        else if (type.isEnum()) {
            definition.put("description", Sentences.of(type)).put("type", "string");
            ArrayNode names = definition.putArray("enum");
            for (Object constant : type.getEnumConstants()) names.add(((Enum<?>) constant).name());
        } else throw new IllegalStateException("no schema for " + type);
        return name;
    }

    private static Class<?> raw(AnnotatedType annotated) {
        return annotated.getType() instanceof java.lang.reflect.ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) annotated.getType();
    }
}
