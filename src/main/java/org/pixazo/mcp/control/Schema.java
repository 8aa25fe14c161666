package org.pixazo.mcp.control;

import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.web.control.SnakeCase;

/** JSON Schema (2020-12) of what tools take and give. Mutable while it is built. */
final class Schema {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    static Schema object() {
        return new Schema();
    }

    /** An argument that must be there. */
    Schema must(String name, Map<String, Object> property) {
        required.add(name);
        return may(name, property);
    }

    /** An argument that may be left out. */
    Schema may(String name, Map<String, Object> property) {
        properties.put(name, property);
        return this;
    }

    Map<String, Object> build() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    static Map<String, Object> text(String description, int longest) {
        Map<String, Object> property = of("string", description);
        property.put("maxLength", longest);
        return property;
    }

    /** @param choices the only values */
    static Map<String, Object> choice(String description, List<String> choices) {
        Map<String, Object> property = of("string", description);
        if (!choices.isEmpty()) {
            property.put("enum", choices);
        }
        return property;
    }

    static Map<String, Object> integer(String description, Number least, Number greatest) {
        return range(of("integer", description), least, greatest);
    }

    static Map<String, Object> number(String description, Number least, Number greatest) {
        return range(of("number", description), least, greatest);
    }

    static Map<String, Object> id(String description) {
        return integer(description, 1, null);
    }

    static Map<String, Object> flag(String description) {
        return preset(of("boolean", description), false);
    }

    static Map<String, Object> texts(String description, int most, int longest) {
        Map<String, Object> property = of("array", description);
        property.put("items", Map.of("type", "string", "maxLength", longest));
        property.put("maxItems", most);
        return property;
    }

    /** The same with the value that holds where none is given. */
    static Map<String, Object> preset(Map<String, Object> property, Object value) {
        property.put("default", value);
        return property;
    }

    /** The schema of a record as {@link McpJson#content} writes it. */
    static Map<String, Object> ofRecord(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SnakeCase.of(component.getName());
            properties.put(name, ofType(component.getGenericType()));
            if (component.getType().isPrimitive()
                    || List.class.isAssignableFrom(component.getType())
                    || component.getAccessor().isAnnotationPresent(NotNull.class)) {
                required.add(name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    private static Map<String, Object> ofType(Type type) {
        if (type instanceof ParameterizedType list) {
            return Map.of("type", "array", "items", ofType(list.getActualTypeArguments()[0]));
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isRecord()) {
            return ofRecord(simple);
        }
        if (simple == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (simple == boolean.class || simple == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (simple == int.class || simple == Integer.class || simple == long.class || simple == Long.class) {
            return Map.of("type", "integer");
        }
        return Map.of("type", simple == String.class ? "string" : "number");
    }

    private static Map<String, Object> of(String type, String description) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", type);
        property.put("description", description);
        return property;
    }

    private static Map<String, Object> range(Map<String, Object> property, Number least, Number greatest) {
        if (least != null) {
            property.put("minimum", least);
        }
        if (greatest != null) {
            property.put("maximum", greatest);
        }
        return property;
    }
}
