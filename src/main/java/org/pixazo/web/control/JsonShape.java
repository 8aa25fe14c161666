package org.pixazo.web.control;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in words what a JSON file is that is not what was asked for. */
public final class JsonShape {

    private static final int MOST_NAMES = 8;
    private static final int MOST_CHARACTERS = 40;

    private JsonShape() {}

    /** Such as {@code an object with the fields a, b}; short, whatever the file holds. */
    public static String of(JsonNode tree) {
        if (tree.isObject()) {
            return object(tree);
        }
        if (tree.isArray()) {
            return tree.isEmpty() ? "an empty array" : "an array whose first element is " + element(tree.get(0));
        }
        return plain(tree);
    }

    private static String element(JsonNode node) {
        return node.isArray() ? "an array" : of(node);
    }

    private static String object(JsonNode object) {
        if (object.path("format").isString()) {
            String version = object.path("version").isNumber()
                    ? ", version " + object.get("version").asString()
                    : "";
            return "a file of the format '" + cut(object.get("format").stringValue()) + "'" + version;
        }
        if (object.isEmpty()) {
            return "an empty object";
        }
        String names = object.propertyNames().stream()
                .limit(MOST_NAMES)
                .map(JsonShape::cut)
                .collect(Collectors.joining(", "));
        return "an object with the fields " + names + (object.size() > MOST_NAMES ? ", …" : "");
    }

    private static String plain(JsonNode value) {
        if (value.isString()) {
            return "a string";
        }
        if (value.isNumber()) {
            return "a number";
        }
        return value.isNull() ? "null" : "true or false";
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
