package org.pixazo.chats.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.chats.entity.ChatsChanged;
import org.pixazo.chats.entity.ExportedImage;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.chats.entity.ImagesImported;
import org.pixazo.chats.entity.Message;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.IdempotencyKeys;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.workspaces.control.WorkspaceService;

/** Carries chats out as files and in again; of a file either everything is stored or nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ChatTransfer {

    @PersistenceContext
    EntityManager em;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    @Inject
    MessageRepository messages;

    @Inject
    Answers answers;

    @Inject
    IdempotencyKeys idempotency;

    @Inject
    Event<ImagesImported> imagesImported;

    @Inject
    Event<ChatsChanged> chatsChanged;

    /**
     * What an import into a chat made.
     *
     * @param imported how many messages
     * @param ids of them, in the order of the file
     */
    public record ImportedMessages(int imported, List<Long> ids) {}

    /**
     * What an import into a workspace made.
     *
     * @param imported how many chats
     * @param ids of them, in the order of the file
     * @param messages how many in all of them
     */
    public record ImportedChats(int imported, List<Long> ids, int messages) {}

    /** The chat as it is now; an answer that is still coming goes as far as it has come. */
    public ChatFile export(long userId, long chatId) {
        Chat chat = chats.get(userId, chatId);
        ChatContent content = ChatContent.of(
                chat,
                messages.all(chatId),
                message -> answers.textSoFar(message.id()).orElse(message.content()),
                images(chatId));
        return ChatFile.of(content, Timestamps.now());
    }

    /**
     * Appends the messages of a file to a chat, behind its newest one.
     *
     * @param read what the file holds, exactly one chat
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImportedMessages append(long userId, long chatId, List<ChatContent> read, Optional<IdempotencyKey> key) {
        Chat chat = chats.get(userId, chatId);
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return Json.mapper().readValue(before.get(), ImportedMessages.class);
        }
        if (read.size() != 1) {
            throw InvalidInputException.malformed(
                    "The file holds " + read.size()
                            + " chats, and one chat can take one only. Import it into a workspace.",
                    null);
        }
        Instant now = Timestamps.now();
        List<Long> ids = store(chatId, chat.currentMessageId(), read.get(0), now);
        if (!ids.isEmpty()) {
            messages.moveTip(chatId, ids.get(read.get(0).tip()), now);
        }
        imagesImported.fire(new ImagesImported(
                userId, chat.workspaceId(), chatId, read.get(0).images()));
        ImportedMessages imported = new ImportedMessages(ids.size(), ids);
        key.ifPresent(found -> idempotency.remember(found, Json.write(imported)));
        return imported;
    }

    /** Makes the chats of a file in a workspace. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImportedChats add(long userId, long workspaceId, List<ChatContent> read, Optional<IdempotencyKey> key) {
        workspaces.get(userId, workspaceId);
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return Json.mapper().readValue(before.get(), ImportedChats.class);
        }
        List<Long> ids = new ArrayList<>();
        int count = 0;
        for (ChatContent content : read) {
            Chat chat = new Chat(
                    workspaceId,
                    new ChatFields(content.name(), content.model()),
                    content.createdAt(),
                    content.updatedAt());
            em.persist(chat);
            em.flush();
            List<Long> stored = store(chat.id(), null, content, Timestamps.now());
            if (!stored.isEmpty()) {
                messages.moveTip(chat.id(), stored.get(content.tip()), content.updatedAt());
            }
            imagesImported.fire(new ImagesImported(userId, workspaceId, chat.id(), content.images()));
            em.detach(chat);
            ids.add(chat.id());
            count += stored.size();
        }
        chatsChanged.fire(new ChatsChanged(userId));
        ImportedChats imported = new ImportedChats(ids.size(), ids, count);
        key.ifPresent(found -> idempotency.remember(found, Json.write(imported)));
        return imported;
    }

    /** @param root id of the message that the first ones follow; null for none */
    private List<Long> store(long chatId, Long root, ChatContent content, Instant now) {
        List<Long> ids = new ArrayList<>();
        for (ExportedMessage exported : content.messages()) {
            int parent = exported.parentOf(ids.size());
            Message message = exported.toMessage(chatId, parent < 0 ? root : ids.get(parent), now);
            // One by one, so that the ids follow the order of the file; detached, so that this stays cheap for many.
            em.persist(message);
            em.flush();
            em.detach(message);
            ids.add(message.id());
        }
        return ids;
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
}
