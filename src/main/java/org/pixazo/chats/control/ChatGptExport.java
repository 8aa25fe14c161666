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
 * Reads a conversation of ChatGPT's {@code conversations.json}. Hidden and empty nodes go, with what hangs on them moved
 * up; a tool's words become a note of the assistant; pictures, which the file does not hold, are marked. The chat's own
 * model is left open, so that it goes on with one that is here; each message keeps the name of the model that wrote it.
 */
final class ChatGptExport {

    private ChatGptExport() {}

    static boolean recognises(JsonNode node) {
        return node.path("mapping").isObject();
    }

    /** @param now for a conversation without a date */
    static ChatContent read(JsonNode conversation, Instant now) {
        Instant created = Objects.requireNonNullElse(ForeignJson.time(conversation.path("create_time")), now);
        Instant updated = Objects.requireNonNullElse(ForeignJson.time(conversation.path("update_time")), created);
        List<ForeignMessage> messages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : conversation.get("mapping").properties()) {
            messages.add(message(node.getKey(), node.getValue()));
        }
        ForeignTree tree = new ForeignTree(messages, created);
        return new ChatContent(
                ForeignJson.name(conversation.path("title")),
                null,
                created,
                updated,
                tree.messages(),
                List.of(),
                tree.tip(ForeignJson.id(conversation.path("current_node"))));
    }

    private static ForeignMessage message(String id, JsonNode node) {
        JsonNode message = node.path("message");
        JsonNode metadata = message.path("metadata");
        String role = message.path("author").path("role").asString("");
        String text = metadata.path("is_visually_hidden_from_conversation").asBoolean(false)
                ? ""
                : text(message.path("content"));
        if (role.equals("tool") && !text.isBlank()) {
            text = "*" + message.path("author").path("name").asString("Tool") + ":*\n\n" + text;
        }
        return new ForeignMessage(
                id,
                ForeignJson.id(node.path("parent")),
                switch (role) {
                    case "user" -> MessageRole.USER;
                    case "system" -> MessageRole.SYSTEM;
                    default -> MessageRole.ASSISTANT;
                },
                text,
                role.equals("user") || role.equals("system") ? null : ForeignJson.model(metadata.path("model_slug")),
                message.path("status").asString("").equals("in_progress")
                        ? MessageStatus.INTERRUPTED
                        : MessageStatus.COMPLETE,
                ForeignJson.time(message.path("create_time")));
    }

    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content.path("parts")) {
            parts.add(part.isString() ? part.stringValue() : part(part));
        }
        if (content.path("text").isString()) {
            String type = content.path("content_type").asString("");
            String text = content.get("text").stringValue();
            parts.add(
                    text.isBlank() || !type.equals("code") && !type.equals("execution_output")
                            ? text
                            : "```\n" + text + "\n```");
        }
        parts.removeIf(String::isBlank);
        return String.join("\n\n", parts);
    }

    private static String part(JsonNode part) {
        if (part.path("text").isString()) {
            return part.get("text").stringValue();
        }
        String type = part.path("content_type").asString("");
        if (type.contains("image")) {
            return "[image]";
        }
        return type.contains("audio") ? "[audio]" : "";
    }
}
