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
 * Reads a chat of Open WebUI's export; in older ones the chat is not wrapped, and the oldest have a plain list of
 * messages. The chat's own model is left open, so that it goes on with one that is here; each message keeps the name of
 * the model that wrote it.
 */
final class OpenWebUiExport {

    private int unreadable;

    private OpenWebUiExport() {}

    static boolean recognises(JsonNode node) {
        return chat(node).path("history").path("messages").isObject()
                || node.path("chat").path("messages").isArray() && !node.has("format");
    }

    /** @param now for a chat without a date */
    static ReadChat read(JsonNode item, Instant now) {
        return new OpenWebUiExport().chat(item, now);
    }

    private ReadChat chat(JsonNode item, Instant now) {
        JsonNode chat = chat(item);
        Instant created = first(now, item.path("created_at"), chat.path("timestamp"));
        JsonNode history = chat.path("history");
        ForeignTree tree = new ForeignTree(
                history.path("messages").isObject() ? tree(history.get("messages")) : line(chat.get("messages")),
                created);
        ChatContent content = new ChatContent(
                ForeignJson.name(item.path("title").isString() ? item.get("title") : chat.path("title")),
                null,
                created,
                first(created, item.path("updated_at")),
                tree.messages(),
                List.of(),
                tree.tip(ForeignJson.id(history.path("currentId"))));
        List<String> faults = new ArrayList<>(tree.mended());
        if (unreadable > 0) {
            faults.add(unreadable + " messages or parts of a kind that is not known were left out");
        }
        JsonNode tags =
                item.path("meta").path("tags").isArray() ? item.path("meta").get("tags") : chat.path("tags");
        return new ReadChat(
                content.sorted(
                        ForeignJson.tags(tags),
                        item.path("pinned").asBoolean(false),
                        item.path("archived").asBoolean(false)),
                ForeignJson.sourceId("openwebui", item.path("id"), chat.path("id")),
                faults);
    }

    private static JsonNode chat(JsonNode item) {
        return item.path("chat").isObject() ? item.get("chat") : item;
    }

    private List<ForeignMessage> tree(JsonNode nodes) {
        Map<String, String> parents = new HashMap<>();
        for (Map.Entry<String, JsonNode> node : nodes.properties()) {
            for (JsonNode child : node.getValue().path("childrenIds")) {
                if (child.isString()) {
                    parents.putIfAbsent(child.stringValue(), node.getKey());
                }
            }
        }
        List<ForeignMessage> messages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : nodes.properties()) {
            String parent = ForeignJson.id(node.getValue().path("parentId"));
            messages.add(message(node.getKey(), parent == null ? parents.get(node.getKey()) : parent, node.getValue()));
        }
        return messages;
    }

    private List<ForeignMessage> line(JsonNode array) {
        List<ForeignMessage> messages = new ArrayList<>();
        for (JsonNode node : array) {
            int index = messages.size();
            messages.add(message(Integer.toString(index), index == 0 ? null : Integer.toString(index - 1), node));
        }
        return messages;
    }

    private ForeignMessage message(String id, String parent, JsonNode message) {
        if (!message.isObject()) {
            unreadable++;
        }
        MessageRole role = ForeignJson.role(message.path("role").asString(""));
        String text = text(message.path("content"));
        return new ForeignMessage(
                id,
                parent,
                role,
                ForeignJson.storable(text.isBlank() ? text(message.path("output")) : text),
                role == MessageRole.ASSISTANT ? ForeignJson.model(message.path("model")) : null,
                message.path("done").asBoolean(true) ? MessageStatus.COMPLETE : MessageStatus.INTERRUPTED,
                ForeignJson.time(message.path("timestamp")));
    }

    private String text(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content) {
            if (part.path("text").isString()) {
                parts.add(part.get("text").stringValue());
            } else if (part.path("content").isArray()) {
                // Items of newer versions hold their parts one level deeper.
                part.get("content")
                        .forEach(inner -> parts.add(inner.path("text").asString("")));
            } else {
                unreadable++;
            }
        }
        parts.removeIf(String::isBlank);
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
