package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A variable of a prompt as a form asks for it.
 *
 * @param name between the braces; values are given by it
 * @param type of the field: {@code text}, {@code textarea}, {@code select}, {@code number}, {@code range}, {@code
 *     checkbox}, {@code date}, {@code datetime-local}, {@code time}, {@code month}, {@code color}, {@code email}, {@code
 *     url}, {@code tel} or {@code map}
 * @param required whether it must have a value
 * @param defaultValue what it has where nothing else is said; null for the empty text
 * @param placeholder what an empty field shows, or null
 * @param label what the field is called, or null for the name
 * @param options of a {@code select}; otherwise empty
 * @param min smallest number, or null
 * @param max largest number, or null
 * @param step between numbers, or null
 */
public record PromptVariable(
        @NotNull String name,
        @NotNull String type,
        boolean required,
        String defaultValue,
        String placeholder,
        String label,
        List<String> options,
        BigDecimal min,
        BigDecimal max,
        BigDecimal step) {

    private static final Set<String> TYPES = Set.of(
            "text",
            "textarea",
            "select",
            "number",
            "range",
            "checkbox",
            "date",
            "datetime-local",
            "time",
            "month",
            "color",
            "email",
            "url",
            "tel",
            "map");

    public PromptVariable {
        options = List.copyOf(options);
    }

    /** A variable of which only the name is known. */
    static PromptVariable plain(String name) {
        return new PromptVariable(name, "text", false, null, null, null, List.of(), null, null, null);
    }

    /**
     * @param type a type that nobody knows is {@code text}
     * @param properties as they stand in the prompt, strings with their quotes; a value is null for a property that only
     *     has a name
     */
    static PromptVariable of(String name, String type, Map<String, String> properties) {
        return new PromptVariable(
                name,
                TYPES.contains(type) ? type : "text",
                properties.containsKey("required") && !"false".equals(text(properties.get("required"))),
                text(properties.get("default")),
                text(properties.get("placeholder")),
                text(properties.get("label")),
                texts(properties.get("options")),
                number(properties.get("min")),
                number(properties.get("max")),
                number(properties.get("step")));
    }

    /** What is wrong with a value, as a rule that it breaks; empty where nothing is. */
    public Optional<String> fault(String value) {
        if (value.isEmpty()) {
            return required ? Optional.of("is required") : Optional.empty();
        }
        return VariableRules.fault(this, value);
    }

    private static String text(String value) {
        if (value == null || !value.startsWith("\"")) {
            return value;
        }
        return json(value).map(JsonNode::asString).orElse(value.substring(1, value.length() - 1));
    }

    private static List<String> texts(String value) {
        List<String> texts = new ArrayList<>();
        if (value != null && value.startsWith("[")) {
            json(value)
                    .ifPresent(array -> array.forEach(element -> {
                        if (element.isValueNode() && !element.isNull()) {
                            texts.add(element.asString());
                        }
                    }));
        }
        return texts;
    }

    private static BigDecimal number(String value) {
        String text = text(value);
        return text == null ? null : VariableRules.number(text).orElse(null);
    }

    private static Optional<JsonNode> json(String value) {
        try {
            return Optional.of(JsonMapper.shared().readTree(value));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
