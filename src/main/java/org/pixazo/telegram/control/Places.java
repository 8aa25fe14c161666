package org.pixazo.telegram.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.telegram.entity.TelegramConversation;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;
import org.pixazo.workspaces.entity.WorkspaceFields;

/** The chats and workspaces in which people on Telegram are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Places {

    private static final String WORKSPACE = "Telegram";
    private static final int MOST_WORKSPACES = 100;
    private static final int LONGEST_NAME = 60;

    @PersistenceContext
    EntityManager em;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    /** The chat that goes on where a person writes; empty where the next message begins one. */
    public Optional<Chat> chat(long telegramChatId, long userId) {
        return find(telegramChatId, userId).map(TelegramConversation::chatId).flatMap(id -> own(userId, id));
    }

    /**
     * The same, begun where there is none.
     *
     * @param firstWords from which a new chat has its name
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public long chatOrNew(long telegramChatId, long userId, String firstWords) {
        Optional<Chat> present = chat(telegramChatId, userId);
        return present.isPresent() ? present.get().id() : begin(telegramChatId, userId, firstWords);
    }

    /** Begins a chat where a person writes. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public long begin(long telegramChatId, long userId, String firstWords) {
        Chat chat = chats.create(userId, workspace(userId), ChatFields.named(name(firstWords), null));
        em.flush();
        goOnWith(telegramChatId, userId, chat.id());
        return chat.id();
    }

    /** @param chatId null to have the next message begin a chat */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void goOnWith(long telegramChatId, long userId, Long chatId) {
        Optional<TelegramConversation> known = find(telegramChatId, userId);
        if (known.isPresent()) {
            known.get().goOnWith(chatId);
        } else {
            em.persist(new TelegramConversation(telegramChatId, userId, chatId));
        }
    }

    /** The workspace in which new chats begin. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public long workspace(long userId) {
        return workspaces.list(userId, new PageRequest(MOST_WORKSPACES, null)).items().stream()
                .filter(workspace -> workspace.fields().name().equals(WORKSPACE))
                .findFirst()
                .map(Workspace::id)
                .orElseGet(() -> {
                    Workspace made = workspaces.create(
                            userId, new WorkspaceFields(WORKSPACE, "Chats that began on Telegram.", null, null));
                    em.flush();
                    return made.id();
                });
    }

    private Optional<Chat> own(long userId, long chatId) {
        try {
            return Optional.of(chats.get(userId, chatId));
        } catch (NotFoundException another) {
            return Optional.empty();
        }
    }

    private Optional<TelegramConversation> find(long telegramChatId, long userId) {
        return em.createQuery(
                        "SELECT c FROM TelegramConversation c WHERE c.telegramChatId = :chat AND c.userId = :user",
                        TelegramConversation.class)
                .setParameter("chat", telegramChatId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }

    private static String name(String words) {
        String line = words.strip().lines().findFirst().orElse(WORKSPACE);
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}
