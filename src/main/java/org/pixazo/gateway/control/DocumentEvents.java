package org.pixazo.gateway.control;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a {@code chat.completion} document into the events of a stream that says the same. */
final class DocumentEvents {

    private DocumentEvents() {}

    /** @return empty where the document is no chat completion */
    static Optional<byte[]> of(byte[] document) {
        JsonNode tree;
        try {
            tree = ForeignBytes.json().readTree(document);
        } catch (JacksonException notJson) {
            // Then it is no chat completion, which the caller says in its own words.
            return Optional.empty();
        }
        if (!tree.path("choices").isArray() || !(tree instanceof ObjectNode completion)) {
            return Optional.empty();
        }
        JsonNode usage = completion.remove("usage");
        ObjectNode chunk = completion.deepCopy();
        chunk.put("object", "chat.completion.chunk");
        for (JsonNode choice : chunk.path("choices")) {
            if (choice instanceof ObjectNode object && object.has("message")) {
                object.set("delta", delta(object.remove("message")));
            }
        }
        StringBuilder events = new StringBuilder(event(chunk));
        if (usage != null && usage.isObject()) {
            chunk.putArray("choices");
            chunk.set("usage", usage);
            events.append(event(chunk));
        }
        return Optional.of(events.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In a stream, the parts of tool calls say to which call they belong. */
    private static JsonNode delta(JsonNode message) {
        if (message.path("tool_calls") instanceof ArrayNode calls) {
            for (int i = 0; i < calls.size(); i++) {
                if (calls.get(i) instanceof ObjectNode call && !call.has("index")) {
                    call.put("index", i);
                }
            }
        }
        return message;
    }

    private static String event(ObjectNode chunk) {
        return "data: " + ForeignBytes.json().writeValueAsString(chunk) + "\n\n";
    }
}
