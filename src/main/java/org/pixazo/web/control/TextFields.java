package org.pixazo.web.control;

import java.util.Map;
import org.pixazo.errors.entity.InvalidInputException;
import tools.jackson.databind.JsonNode;

/** Refuses the one character that a JSON string may hold and a database may not: U+0000. */
public final class TextFields {

    private TextFields() {}

    /** @throws InvalidInputException naming the first field that holds it */
    public static JsonNode checked(JsonNode tree) {
        check("", tree);
        return tree;
    }

    private static void check(String path, JsonNode node) {
        if (node.isString() && node.stringValue().indexOf('\0') >= 0) {
            throw new InvalidInputException(path, "must not contain the character U+0000");
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                check(path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue());
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(path + "[" + i + "]", node.get(i));
            }
        }
    }
}
