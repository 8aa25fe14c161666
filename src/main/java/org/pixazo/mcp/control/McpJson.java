package org.pixazo.mcp.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.pixazo.web.control.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the protocol, whose types name their own fields, and of what tools tell in it. */
public final class McpJson {

    private static final JsonMapper PROTOCOL = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final JsonMapper CONTENT = Json.mapper()
            .rebuild()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private McpJson() {}

    /** A type of the SDK as a tree. */
    public static JsonNode tree(Object value) {
        return PROTOCOL.valueToTree(value);
    }

    /** A record of Pixazo as a tree: names and times as everywhere, but null fields are left out. */
    public static JsonNode content(Object value) {
        return CONTENT.valueToTree(value);
    }

    public static byte[] bytes(JsonNode tree) {
        return PROTOCOL.writeValueAsBytes(tree);
    }
}
