package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.JsonShape;
import org.pixazo.web.control.TextFields;
import tools.jackson.databind.JsonNode;

/** Finds out what kind of export a conversation comes from, and reads it. */
@ApplicationScoped
public class ChatFileReader {

    private static final String KNOWN = "Known are Pixazo's own exports, {\"messages\":[{\"role\",\"content\"}]},"
            + " ChatGPT's conversations.json and Open WebUI's and LibreChat's exports.";

    @Inject
    Bodies bodies;

    /**
     * Reads one conversation.
     *
     * @return empty where it is of no known kind
     * @throws InvalidInputException naming what is wrong in it
     */
    Optional<ReadChat> read(JsonNode conversation) {
        Instant now = Timestamps.now();
        if (conversation.path("format").isString()) {
            return conversation.get("format").stringValue().equals(ChatFile.FORMAT)
                    ? Optional.of(own(conversation))
                    : Optional.empty();
        }
        if (LibreChatExport.recognises(conversation)) {
            return Optional.of(LibreChatExport.read(conversation, now));
        }
        if (ChatGptExport.recognises(conversation)) {
            return Optional.of(ChatGptExport.read(conversation, now));
        }
        if (OpenWebUiExport.recognises(conversation)) {
            return Optional.of(OpenWebUiExport.read(conversation, now));
        }
        return PlainMessages.recognises(conversation)
                ? Optional.of(PlainMessages.read(conversation, now))
                : Optional.empty();
    }

    /** The failure for a file that is of no known kind. */
    static InvalidInputException unknown(JsonNode file) {
        return unknown(JsonShape.of(file));
    }

    /** @param found what it is, in words */
    static InvalidInputException unknown(String found) {
        return InvalidInputException.malformed(
                "This is no export of chats that Pixazo knows but " + found + ". " + KNOWN, null);
    }

    private ReadChat own(JsonNode tree) {
        ChatFile file = Json.convertKnown(TextFields.checked(tree), ChatFile.class);
        if (file.version() == null || file.version() != ChatFile.VERSION) {
            throw new InvalidInputException("version", "must be " + ChatFile.VERSION);
        }
        return ReadChat.whole(fitting(bodies.valid(file).chat()), file.sourceId());
    }

    /** What no constraint can say: which messages may be followed, and which times can be stored. */
    static ChatContent fitting(ChatContent chat) {
        Instant now = Timestamps.now();
        List<ExportedMessage> messages = new ArrayList<>();
        for (ExportedMessage message : chat.messages()) {
            int index = messages.size();
            String path = "chat.messages[" + index + "].";
            if (message.parentOf(index) < -1 || message.parentOf(index) >= index) {
                throw new InvalidInputException(
                        path + "parent", "must be the index of a message before it, or -1 for none");
            }
            messages.add(new ExportedMessage(
                    message.role(),
                    ForeignJson.storable(message.content()),
                    message.model(),
                    message.status(),
                    Timestamps.kept(path + "created_at", message.createdAt(), now),
                    message.parent()));
        }
        if (chat.current() != null && (chat.current() < 0 || chat.current() >= messages.size())) {
            throw new InvalidInputException("chat.current", "must be the index of a message");
        }
        Instant created = Timestamps.kept("chat.created_at", chat.createdAt(), now);
        return chat.with(messages, chat.images() == null ? List.of() : chat.images(), chat.current())
                .at(created, Timestamps.kept("chat.updated_at", chat.updatedAt(), created));
    }
}
