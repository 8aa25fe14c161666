package org.pixazo.chats.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.chats.entity.ExportedImage;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.PageRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries chats out: as a value, or written while it is read, some hundred messages at a time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ChatExport {

    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    Answers answers;

    /** The chat as it is now; an answer that is still coming goes as far as it has come. */
    public ChatFile of(long userId, long chatId) {
        Chat chat = chats.get(userId, chatId);
        ChatContent content = ChatContent.of(chat, messages.all(chatId), this::text, images(chatId));
        return ChatFile.of(content, Timestamps.now());
    }

    /**
     * Writes what {@link #of} gives, whatever its size.
     *
     * @param named whether the file says what names the chat, for files of many chats
     */
    public void write(Chat chat, boolean named, OutputStream out) {
        ObjectNode head = Json.mapper().valueToTree(ChatContent.head(chat));
        // Not its own business to end the stream: more may follow.
        try (JsonGenerator json = Json.mapper().createGenerator(new Unclosed(out))) {
            json.writeStartObject();
            json.writeStringProperty("format", ChatFile.FORMAT);
            json.writeNumberProperty("version", ChatFile.VERSION);
            json.writePOJOProperty("exported_at", Timestamps.now());
            if (named) {
                json.writeStringProperty("source_id", chat.sourceId());
            }
            json.writeName("chat");
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> property : head.properties()) {
                switch (property.getKey()) {
                    case "messages" -> messages(chat, json);
                    case "images" -> json.writePOJOProperty("images", images(chat.id()));
                    default -> json.writePOJOProperty(property.getKey(), property.getValue());
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void messages(Chat chat, JsonGenerator json) {
        Map<Long, Integer> indexes = new HashMap<>();
        json.writeName("messages");
        json.writeStartArray();
        Long after = null;
        List<Message> some;
        do {
            some = messages.list(chat.id(), new PageRequest(AT_ONCE, after)).items();
            for (Message message : some) {
                int index = indexes.size();
                indexes.put(message.id(), index);
                json.writePOJO(exported(message, index, indexes));
                after = message.id();
            }
        } while (some.size() == AT_ONCE);
        json.writeEndArray();
        Integer tip = chat.currentMessageId() == null ? null : indexes.get(chat.currentMessageId());
        if (tip != null && tip != indexes.size() - 1) {
            json.writeNumberProperty("current", tip);
        }
    }

    private ExportedMessage exported(Message message, int index, Map<Long, Integer> indexes) {
        int parent = message.parentId() == null ? -1 : indexes.getOrDefault(message.parentId(), -1);
        // In the file it will come no further.
        MessageStatus status =
                message.status() == MessageStatus.STREAMING ? MessageStatus.INTERRUPTED : message.status();
        return ExportedMessage.of(
                message.role(), text(message), message.model(), status, message.createdAt(), index, parent);
    }

    private String text(Message message) {
        return message.status() == MessageStatus.STREAMING
                ? answers.textSoFar(message.id()).orElse(message.content())
                : message.content();
    }

    /** By query alone: images stand above chats, which do not know them. */
    private List<ExportedImage> images(long chatId) {
        return em.createQuery(
                        "SELECT NEW org.pixazo.chats.entity.ExportedImage(i.spec.prompt, i.spec.negativePrompt, i.spec.model,"
                                + " i.spec.style, i.spec.width, i.spec.height, i.spec.numSteps, i.spec.guidanceScale,"
                                + " i.spec.seed, i.mediaType, i.bytes, i.sha256, i.createdAt)"
                                + " FROM Image i WHERE i.place.chatId = :chat AND i.deletedAt IS NULL ORDER BY i.id",
                        ExportedImage.class)
                .setParameter("chat", chatId)
                .getResultList();
    }

    /** Lets a writer end without ending what it writes to. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws java.io.IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws java.io.IOException {
            flush();
        }
    }
}
