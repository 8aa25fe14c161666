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
import tools.jackson.databind.JsonNode;

/** Finds out what kind of export a file is, and reads the chats in it. */
@ApplicationScoped
public class ChatFileReader {

    private static final String KNOWN = "Known are Pixazo's own exports, {\"messages\":[{\"role\",\"content\"}]},"
            + " ChatGPT's conversations.json and Open WebUI's exports.";

    @Inject
    Bodies bodies;

    /**
     * @return at least one chat, all values fit to be stored
     * @throws InvalidInputException saying what the file is where it is of no known kind, or naming what is wrong in it
     */
    public List<ChatContent> read(JsonNode file) {
        Instant now = Timestamps.now();
        if (file.path("format").isString()) {
            return List.of(own(file));
        }
        if (PlainMessages.recognises(file) && !OpenWebUiExport.recognises(file)) {
            return List.of(PlainMessages.read(file, now));
        }
        if (!file.isArray()) {
            return List.of(foreign(file, now).orElseThrow(() -> unknown(file)));
        }
        List<ChatContent> chats = new ArrayList<>();
        for (JsonNode item : file) {
            int index = chats.size();
            chats.add(foreign(item, now)
                    .orElseThrow(() -> index == 0
                            ? unknown(file)
                            : new InvalidInputException(
                                    "[" + index + "]",
                                    "must be a chat like those before it; it is " + JsonShape.of(item))));
        }
        if (chats.isEmpty()) {
            throw unknown(file);
        }
        return chats;
    }

    static Optional<ChatContent> foreign(JsonNode item, Instant now) {
        if (ChatGptExport.recognises(item)) {
            return Optional.of(ChatGptExport.read(item, now));
        }
        return OpenWebUiExport.recognises(item) ? Optional.of(OpenWebUiExport.read(item, now)) : Optional.empty();
    }

    private ChatContent own(JsonNode tree) {
        if (!tree.get("format").stringValue().equals(ChatFile.FORMAT)) {
            throw unknown(tree);
        }
        ChatFile file = Json.convertKnown(tree, ChatFile.class);
        if (file.version() == null || file.version() != ChatFile.VERSION) {
            throw new InvalidInputException("version", "must be " + ChatFile.VERSION);
        }
        return fitting(bodies.valid(file).chat());
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
                    message.content(),
                    message.model(),
                    message.status(),
                    Timestamps.kept(path + "created_at", message.createdAt(), now),
                    message.parent()));
        }
        if (chat.current() != null && (chat.current() < 0 || chat.current() >= messages.size())) {
            throw new InvalidInputException("chat.current", "must be the index of a message");
        }
        Instant created = Timestamps.kept("chat.created_at", chat.createdAt(), now);
        return new ChatContent(
                chat.name(),
                chat.model(),
                created,
                Timestamps.kept("chat.updated_at", chat.updatedAt(), created),
                messages,
                chat.images() == null ? List.of() : chat.images(),
                chat.current());
    }

    private static InvalidInputException unknown(JsonNode file) {
        return InvalidInputException.malformed(
                "This is no export of chats that Pixazo knows but " + JsonShape.of(file) + ". " + KNOWN, null);
    }
}
