package org.pixazo.chats.control;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import tools.jackson.databind.JsonNode;

/**
 * Reads a conversation of LibreChat's export, whether its messages stand in a list and name their parents, or stand inside
 * of one another.
 */
final class LibreChatExport {

    private final List<ForeignMessage> messages = new ArrayList<>();
    private int unreadable;

    private LibreChatExport() {}

    static boolean recognises(JsonNode node) {
        JsonNode messages = messages(node);
        return messages.isArray()
                && (node.has("conversationId") || node.has("recursive"))
                && (messages.isEmpty()
                        || messages.get(0).has("messageId")
                        || messages.get(0).has("isCreatedByUser"));
    }

    /** @param now for a conversation without a date */
    static ReadChat read(JsonNode conversation, Instant now) {
        return new LibreChatExport().chat(conversation, now);
    }

    /** A message and the one that it stands in. */
    private record Nested(JsonNode node, String parent) {}

    private ReadChat chat(JsonNode conversation, Instant now) {
        Deque<Nested> open = new ArrayDeque<>();
        messages(conversation).forEach(node -> open.add(new Nested(node, null)));
        // Not by recursion: each message of a long conversation stands inside of the one before it.
        while (!open.isEmpty()) {
            Nested next = open.removeFirst();
            String id = add(next);
            List<JsonNode> children = new ArrayList<>();
            next.node().path("children").forEach(children::add);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.addFirst(new Nested(children.get(i), id));
            }
        }
        Instant created = Objects.requireNonNullElseGet(
                ForeignJson.time(conversation.path("createdAt")),
                () -> messages.stream()
                        .map(ForeignMessage::createdAt)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(now));
        ForeignTree tree = new ForeignTree(messages, created);
        Instant updated = tree.messages().stream()
                .map(message -> message.createdAt())
                .max(Instant::compareTo)
                .orElse(created);
        ChatContent content = new ChatContent(
                ForeignJson.name(conversation.path("title")),
                null,
                created,
                Objects.requireNonNullElse(ForeignJson.time(conversation.path("updatedAt")), updated),
                tree.messages(),
                List.of(),
                null);
        List<String> faults = new ArrayList<>(tree.mended());
        if (unreadable > 0) {
            faults.add(unreadable + " messages or parts of a kind that is not known were left out");
        }
        return new ReadChat(
                content.sorted(
                        ForeignJson.tags(conversation.path("tags")),
                        false,
                        conversation.path("isArchived").asBoolean(false)),
                ForeignJson.sourceId("librechat", conversation.path("conversationId")),
                faults);
    }

    private static JsonNode messages(JsonNode node) {
        return node.path("messagesTree").isArray() ? node.get("messagesTree") : node.path("messages");
    }

    private String add(Nested nested) {
        JsonNode node = nested.node();
        if (!node.isObject()) {
            unreadable++;
        }
        String id = Objects.requireNonNullElse(ForeignJson.id(node.path("messageId")), "unnamed " + messages.size());
        String named = ForeignJson.id(node.path("parentMessageId"));
        // The first messages name a parent of zeros.
        String parent =
                nested.parent() != null ? nested.parent() : named == null || named.matches("[0-]*") ? null : named;
        boolean user = node.path("isCreatedByUser").isBoolean()
                ? node.get("isCreatedByUser").booleanValue()
                : node.path("sender").asString("").equalsIgnoreCase("user");
        MessageRole role = user
                ? MessageRole.USER
                : node.path("sender").asString("").equalsIgnoreCase("system")
                        ? MessageRole.SYSTEM
                        : MessageRole.ASSISTANT;
        messages.add(new ForeignMessage(
                id,
                parent,
                role,
                ForeignJson.storable(text(node)),
                role == MessageRole.ASSISTANT ? ForeignJson.model(node.path("model")) : null,
                node.path("unfinished").asBoolean(false)
                        ? MessageStatus.INTERRUPTED
                        : node.path("error").asBoolean(false) ? MessageStatus.FAILED : MessageStatus.COMPLETE,
                ForeignJson.time(node.path("createdAt"))));
        return id;
    }

    private String text(JsonNode node) {
        String text = node.path("text").asString("");
        if (!text.isBlank()) {
            return text;
        }
        if (node.path("content").isString()) {
            return node.get("content").stringValue();
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : node.path("content")) {
            JsonNode inner = part.path("text");
            if (inner.isString() || inner.path("value").isString()) {
                parts.add(
                        inner.isString()
                                ? inner.stringValue()
                                : inner.get("value").stringValue());
            } else {
                unreadable++;
            }
        }
        parts.removeIf(String::isBlank);
        return String.join("\n\n", parts);
    }
}
