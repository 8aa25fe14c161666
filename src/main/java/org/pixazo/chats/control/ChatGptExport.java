package org.pixazo.chats.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    private int pictures;
    private int unreadable;

    private ChatGptExport() {}

    static boolean recognises(JsonNode node) {
        return node.path("mapping").isObject();
    }

    /** @param now for a conversation without a date */
    static ReadChat read(JsonNode conversation, Instant now) {
        return new ChatGptExport().chat(conversation, now);
    }

    private ReadChat chat(JsonNode conversation, Instant now) {
        Instant created = Objects.requireNonNullElse(ForeignJson.time(conversation.path("create_time")), now);
        Instant updated = Objects.requireNonNullElse(ForeignJson.time(conversation.path("update_time")), created);
        JsonNode mapping = conversation.get("mapping");
        Map<String, String> parents = parentsByChildren(mapping);
        List<ForeignMessage> messages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : mapping.properties()) {
            messages.add(message(node.getKey(), node.getValue(), parents));
        }
        ForeignTree tree = new ForeignTree(messages, created);
        ChatContent content = new ChatContent(
                ForeignJson.name(conversation.path("title")),
                null,
                created,
                updated,
                tree.messages(),
                List.of(),
                tree.tip(ForeignJson.id(conversation.path("current_node"))));
        return new ReadChat(
                content.sorted(
                        List.of(),
                        conversation.path("is_starred").asBoolean(false),
                        conversation.path("is_archived").asBoolean(false)),
                ForeignJson.sourceId("chatgpt", conversation.path("conversation_id"), conversation.path("id")),
                faults(tree));
    }

    private List<String> faults(ForeignTree tree) {
        List<String> faults = new ArrayList<>(tree.mended());
        if (pictures > 0) {
            faults.add(pictures + " pictures or sounds are not in this file; [image] and [audio] stand for them");
        }
        if (unreadable > 0) {
            faults.add(unreadable + " nodes or parts of a kind that is not known were left out");
        }
        return faults;
    }

    /** Some files have lost the parents of nodes but not the children. */
    private static Map<String, String> parentsByChildren(JsonNode mapping) {
        Map<String, String> parents = new HashMap<>();
        for (Map.Entry<String, JsonNode> node : mapping.properties()) {
            for (JsonNode child : node.getValue().path("children")) {
                if (child.isString()) {
                    parents.putIfAbsent(child.stringValue(), node.getKey());
                }
            }
        }
        return parents;
    }

    private ForeignMessage message(String id, JsonNode node, Map<String, String> parents) {
        if (!node.isObject()) {
            unreadable++;
        }
        JsonNode message = node.path("message");
        JsonNode metadata = message.path("metadata");
        String role = message.path("author").path("role").asString("");
        String text = metadata.path("is_visually_hidden_from_conversation").asBoolean(false)
                ? ""
                : text(message.path("content"));
        if (role.equals("tool") && !text.isBlank()) {
            text = "*" + message.path("author").path("name").asString("Tool") + ":*\n\n" + text;
        }
        String parent = ForeignJson.id(node.path("parent"));
        return new ForeignMessage(
                id,
                parent == null ? parents.get(id) : parent,
                ForeignJson.role(role),
                ForeignJson.storable(text),
                ForeignJson.role(role) == MessageRole.ASSISTANT ? ForeignJson.model(metadata.path("model_slug")) : null,
                message.path("status").asString("").equals("in_progress")
                        ? MessageStatus.INTERRUPTED
                        : MessageStatus.COMPLETE,
                ForeignJson.time(message.path("create_time")));
    }

    private String text(JsonNode content) {
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

    private String part(JsonNode part) {
        if (part.path("text").isString()) {
            return part.get("text").stringValue();
        }
        String type = part.path("content_type").asString("");
        if (type.contains("image")) {
            pictures++;
            return "[image]";
        }
        if (type.contains("audio")) {
            pictures++;
            return "[audio]";
        }
        unreadable++;
        return "";
    }
}
