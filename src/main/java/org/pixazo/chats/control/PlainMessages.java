package org.pixazo.chats.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import tools.jackson.databind.JsonNode;

/** Reads {@code {"messages":[{"role","content"}]}}: one line of messages, without dates. */
final class PlainMessages {

    private static final Set<String> ROLES = Set.of("user", "assistant", "system");
    private static final int MOST_ERRORS = 20;

    private PlainMessages() {}

    static boolean recognises(JsonNode node) {
        JsonNode messages = node.path("messages");
        return messages.isArray()
                && (messages.isEmpty()
                        || messages.get(0).has("role") && messages.get(0).has("content"));
    }

    /** @throws InvalidInputException naming every message that is none */
    static ReadChat read(JsonNode file, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        List<ExportedMessage> messages = new ArrayList<>();
        for (JsonNode message : file.get("messages")) {
            String path = "messages[" + messages.size() + "]";
            String role = message.path("role").asString("");
            if (!ROLES.contains(role)) {
                errors.add(new FieldError(path + ".role", "must be user, assistant or system"));
            }
            if (!message.path("content").isString()) {
                errors.add(new FieldError(path + ".content", "must be a string"));
            }
            messages.add(new ExportedMessage(
                    role,
                    ForeignJson.storable(message.path("content").asString("")),
                    role.equals("assistant") ? ForeignJson.model(message.path("model")) : null,
                    null,
                    now,
                    null));
            if (errors.size() >= MOST_ERRORS) {
                break;
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        JsonNode title = file.path("title").isString() ? file.get("title") : file.path("name");
        return ReadChat.whole(
                new ChatContent(ForeignJson.name(title), null, now, now, messages, List.of(), null), null);
    }
}
