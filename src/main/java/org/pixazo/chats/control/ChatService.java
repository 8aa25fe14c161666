package org.pixazo.chats.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatChanged;
import org.pixazo.chats.entity.ChatDeleted;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.chats.entity.ChatFilter;
import org.pixazo.chats.entity.ChatsChanged;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;

/** Chats come, change and go; they belong to whom their workspace belongs, and to others they do not exist. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ChatService {

    @PersistenceContext
    EntityManager em;

    @Inject
    WorkspaceService workspaces;

    @Inject
    Event<ChatDeleted> deleted;

    @Inject
    Event<ChatChanged> changed;

    @Inject
    Event<ChatsChanged> listChanged;

    /** Newest first. */
    public Page<Chat> list(long userId, long workspaceId, ChatFilter filter, PageRequest page) {
        workspaces.get(userId, workspaceId);
        WordSearch tag = WordSearch.phrase("tag", filter.tag() == null ? null : Json.write(filter.tag()));
        TypedQuery<Chat> query = em.createQuery(
                        "SELECT c FROM Chat c WHERE c.workspaceId = :workspace AND c.id < :after"
                                + (filter.pinned() == null ? "" : " AND c.pinned = :pinned")
                                + (filter.archived() == null ? "" : " AND c.archived = :archived")
                                + tag.condition("c.tags") + " ORDER BY c.id DESC",
                        Chat.class)
                .setParameter("workspace", workspaceId)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after());
        if (filter.pinned() != null) {
            query.setParameter("pinned", filter.pinned());
        }
        if (filter.archived() != null) {
            query.setParameter("archived", filter.archived());
        }
        tag.bind(query);
        List<Chat> rows = query.setMaxResults(page.limit() + 1).getResultList();
        return page.page(rows, Chat::id);
    }

    /**
     * Some chats of a workspace, oldest first.
     *
     * @param above id above which they are
     */
    public List<Chat> oldest(long userId, long workspaceId, long above, int limit) {
        workspaces.get(userId, workspaceId);
        return em.createQuery(
                        "SELECT c FROM Chat c WHERE c.workspaceId = :workspace AND c.id > :above ORDER BY c.id",
                        Chat.class)
                .setParameter("workspace", workspaceId)
                .setParameter("above", above)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The chats of a user in all workspaces, newest first. */
    public Page<Chat> list(long userId, PageRequest page) {
        List<Chat> rows = em.createQuery(
                        "SELECT c FROM Chat c, Workspace w WHERE w.id = c.workspaceId AND w.userId = :user"
                                + " AND c.id < :after ORDER BY c.id DESC",
                        Chat.class)
                .setParameter("user", userId)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return page.page(rows, Chat::id);
    }

    /** @throws NotFoundException where the user has no such chat */
    public Chat get(long userId, long id) {
        List<Chat> found = em.createQuery(
                        "SELECT c FROM Chat c, Workspace w WHERE c.id = :id AND w.id = c.workspaceId AND w.userId = :user",
                        Chat.class)
                .setParameter("id", id)
                .setParameter("user", userId)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException("There is no chat " + id + ".");
        }
        return found.get(0);
    }

    /** The workspace of a chat. */
    public Workspace workspace(long userId, Chat chat) {
        return workspaces.get(userId, chat.workspaceId());
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Chat create(long userId, long workspaceId, ChatFields fields) {
        workspaces.get(userId, workspaceId);
        Instant now = Timestamps.now();
        Chat chat = new Chat(workspaceId, fields, now, now);
        em.persist(chat);
        listChanged.fire(new ChatsChanged(userId));
        return chat;
    }

    /** Gives a chat a name, as of now. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Chat rename(long userId, long id, String name) {
        return change(userId, id, IfMatch.ANY, fields -> fields.renamed(name));
    }

    /**
     * Gives a chat that nobody has named a name.
     *
     * @param last whether it keeps this one
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void title(long id, String name, boolean last) {
        // Whoever names it meanwhile wins.
        em.createQuery("UPDATE Chat c SET c.name = :name, c.autoTitle = :open, c.version = c.version + 1"
                        + " WHERE c.id = :chat AND c.autoTitle = TRUE")
                .setParameter("name", name)
                .setParameter("open", !last)
                .setParameter("chat", id)
                .executeUpdate();
    }

    /** The chat of that id, whosever it is. */
    public Optional<Chat> find(long id) {
        return Optional.ofNullable(em.find(Chat.class, id));
    }

    /** @param change makes the new fields from the present ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Chat change(long userId, long id, IfMatch condition, UnaryOperator<ChatFields> change) {
        Chat chat = get(userId, id);
        condition.check(chat.version());
        chat.change(change.apply(chat.fields()), Timestamps.now());
        em.flush();
        tell(userId, id);
        return chat;
    }

    /** Removes the chat with its messages, its images and their files. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, long id, IfMatch condition) {
        Chat chat = get(userId, id);
        condition.check(chat.version());
        deleted.fire(new ChatDeleted(id));
        em.remove(chat);
        tell(userId, id);
    }

    private void tell(long userId, long id) {
        changed.fire(new ChatChanged(id));
        listChanged.fire(new ChatsChanged(userId));
    }
}
