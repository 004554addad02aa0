package io.pacelight.events;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document with one value left out or replaced by one of another kind; some damages do no harm. */
record Damage(String what, JsonNode document) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OTHERS = List.of(
            NODES.stringNode(""),
            NODES.stringNode("neither a date nor a word of the contract"),
            NODES.stringNode("17"),
            NODES.stringNode("2026-02-30"),
            NODES.stringNode("2026-02-28"),
            NODES.stringNode("2026-02-28T08:35:00"),
            NODES.stringNode("2026-02-28T08:35:00.5-06:00"),
            NODES.stringNode("08:35"),
            NODES.stringNode("24:35:00"),
            NODES.numberNode(17),
            NODES.numberNode(new BigDecimal("17.5")),
            NODES.booleanNode(true),
            NODES.objectNode(),
            NODES.arrayNode(),
            NODES.arrayNode().add(17),
            NODES.arrayNode().addNull());

    static List<Damage> of(JsonNode document) {
        List<Damage> damages = new ArrayList<>();
        collect(document, document, "", damages);
        return damages;
    }

    /** Only those that leave out one field, at any depth. */
    static List<Damage> leavingOut(JsonNode document) {
        return of(document).stream()
                .filter(damage -> damage.what().endsWith(" left out"))
                .toList();
    }

    private static void collect(JsonNode root, JsonNode at, String pointer, List<Damage> damages) {
        if (at.isObject())
            for (String name : at.propertyNames()) {
                String inner = pointer + "/" + name;
                JsonNode copy = root.deepCopy();
                ((ObjectNode) copy.at(pointer)).remove(name);
                damages.add(new Damage(inner + " left out", copy));
                replace(root, pointer, name, damages);
                collect(root, at.get(name), inner, damages);
            }
        if (at.isArray())
            for (int i = 0; i < at.size(); i++) {
                replace(root, pointer, Integer.toString(i), damages);
                collect(root, at.get(i), pointer + "/" + i, damages);
            }
    }

    private static void replace(JsonNode root, String parent, String step, List<Damage> damages) {
        for (JsonNode other : OTHERS) {
            JsonNode copy = root.deepCopy();
            JsonNode holder = copy.at(parent);
            if (holder instanceof ObjectNode object) object.set(step, other);
            if (holder instanceof ArrayNode array) array.set(Integer.parseInt(step), other);
            damages.add(new Damage(parent + "/" + step + " is " + other, copy));
        }
    }
}
