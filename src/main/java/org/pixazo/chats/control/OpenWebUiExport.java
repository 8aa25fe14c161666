package org.pixazo.chats.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import tools.jackson.databind.JsonNode;

/**
 * Reads a chat of Open WebUI's export; in older ones the chat is not wrapped. The chat's own model is left open, so that
 * it goes on with one that is here; each message keeps the name of the model that wrote it.
 */
final class OpenWebUiExport {

    private OpenWebUiExport() {}

    static boolean recognises(JsonNode node) {
        return chat(node).path("history").path("messages").isObject();
    }

    /** @param now for a chat without a date */
    static ChatContent read(JsonNode item, Instant now) {
        JsonNode chat = chat(item);
        JsonNode history = chat.get("history");
        Instant created = first(now, item.path("created_at"), chat.path("timestamp"));
        List<ForeignMessage> messages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> message : history.get("messages").properties()) {
            messages.add(message(message.getKey(), message.getValue()));
        }
        ForeignTree tree = new ForeignTree(messages, created);
        return new ChatContent(
                ForeignJson.name(item.path("title").isString() ? item.get("title") : chat.path("title")),
                null,
                created,
                first(created, item.path("updated_at")),
                tree.messages(),
                List.of(),
                tree.tip(ForeignJson.id(history.path("currentId"))));
    }

    private static JsonNode chat(JsonNode item) {
        return item.path("chat").isObject() ? item.get("chat") : item;
    }

    private static ForeignMessage message(String id, JsonNode message) {
        MessageRole role = switch (message.path("role").asString("")) {
            case "user" -> MessageRole.USER;
            case "system" -> MessageRole.SYSTEM;
            default -> MessageRole.ASSISTANT;
        };
        return new ForeignMessage(
                id,
                ForeignJson.id(message.path("parentId")),
                role,
                text(message.path("content")),
                role == MessageRole.ASSISTANT ? ForeignJson.model(message.path("model")) : null,
                message.path("done").asBoolean(true) ? MessageStatus.COMPLETE : MessageStatus.INTERRUPTED,
                ForeignJson.time(message.path("timestamp")));
    }

    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content) {
            if (part.path("text").isString()) {
                parts.add(part.get("text").stringValue());
            }
        }
        return String.join("\n\n", parts);
    }

    private static Instant first(Instant otherwise, JsonNode... times) {
        for (JsonNode time : times) {
            Instant found = ForeignJson.time(time);
            if (found != null) {
                return found;
            }
        }
        return Objects.requireNonNull(otherwise);
    }
}
