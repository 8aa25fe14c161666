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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixazo.chats.entity.ChatChanged;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.chats.entity.MessageVersion;
import org.pixazo.chats.entity.PathStep;
import org.pixazo.chats.entity.QueuedMessage;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.schema.entity.Lease;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.IdempotencyKeys;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Queries and short writing transactions of messages. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MessageRepository {

    private static final int MOST_STEPS = 20_000;
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;

    @Inject
    IdempotencyKeys idempotency;

    @Inject
    Event<ChatChanged> changed;

    /**
     * What a request to store a message made, now or when it was sent before.
     *
     * @param message the stored message
     * @param reply the answer as it is now; null where no model is asked
     * @param repeated whether it was made before
     */
    public record Stored(Message message, Message reply, boolean repeated) {

        private String resource() {
            return reply == null ? Long.toString(message.id()) : message.id() + "," + reply.id();
        }
    }

    /** Oldest first. */
    public Page<Message> list(long chatId, PageRequest page) {
        List<Message> rows = em.createQuery(
                        "SELECT m FROM Message m WHERE m.chatId = :chat AND m.id > :after ORDER BY m.id", Message.class)
                .setParameter("chat", chatId)
                .setParameter("after", page.after() == null ? 0 : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return page.page(rows, Message::id);
    }

    /** All messages of a chat, oldest first. */
    public List<Message> all(long chatId) {
        return em.createQuery("SELECT m FROM Message m WHERE m.chatId = :chat ORDER BY m.id", Message.class)
                .setParameter("chat", chatId)
                .getResultList();
    }

    public Optional<Message> find(long id) {
        return Optional.ofNullable(em.find(Message.class, id));
    }

    /** @throws NotFoundException where the chat has no such message */
    public Message get(long chatId, long id) {
        return find(id).filter(message -> message.chatId() == chatId)
                .orElseThrow(() -> new NotFoundException("There is no message " + id + " in this chat."));
    }

    /** The way to a message from the first one, at most its last 20,000 steps. */
    @SuppressWarnings("unchecked")
    public List<PathStep> path(long lastId) {
        List<Object[]> rows = em.createNativeQuery(
                        "WITH RECURSIVE way (id, parent_id, depth) AS (SELECT m.id, m.parent_id, 0 FROM messages m WHERE m.id = ?1"
                                + " UNION ALL SELECT m.id, m.parent_id, w.depth + 1 FROM way w JOIN messages m ON m.id = w.parent_id"
                                + " WHERE w.depth < " + MOST_STEPS + ")"
                                + " SELECT m.id, m.role, length(m.content) AS characters, m.model, m.prompt_tokens, m.completion_tokens"
                                + " FROM way w JOIN messages m ON m.id = w.id ORDER BY w.depth DESC")
                .setParameter(1, lastId)
                .getResultList();
        return rows.stream()
                .map(row -> new PathStep(
                        ((Number) row[0]).longValue(),
                        MessageRole.of((String) row[1]),
                        ((Number) row[2]).longValue(),
                        (String) row[3],
                        row[4] == null
                                ? null
                                : new TokenUsage(
                                        ((Number) row[4]).longValue(),
                                        row[5] == null ? 0 : ((Number) row[5]).longValue(),
                                        false)))
                .toList();
    }

    /** Messages by their ids, in no order. */
    public List<Message> several(List<Long> ids) {
        List<Message> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            found.addAll(em.createQuery("SELECT m FROM Message m WHERE m.id IN :ids", Message.class)
                    .setParameter("ids", ids.subList(i, Math.min(ids.size(), i + AT_ONCE)))
                    .getResultList());
        }
        return found;
    }

    /** Ids of all messages of a chat with those that they follow, oldest first. */
    public List<Object[]> shape(long chatId) {
        return em.createQuery(
                        "SELECT m.id, m.parentId FROM Message m WHERE m.chatId = :chat ORDER BY m.id", Object[].class)
                .setParameter("chat", chatId)
                .getResultList();
    }

    /** Whether an answer is under way in a chat. */
    public boolean answering(long chatId) {
        return !em.createQuery(
                        "SELECT m.id FROM Message m WHERE m.status = 'streaming' AND m.chatId = :chat", Long.class)
                .setParameter("chat", chatId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What a message said before, newest first. */
    public List<MessageVersion> versions(long messageId) {
        return em.createQuery(
                        "SELECT v FROM MessageVersion v WHERE v.messageId = :message ORDER BY v.id DESC",
                        MessageVersion.class)
                .setParameter("message", messageId)
                .getResultList();
    }

    /** Lets a message say something else; what it said is kept. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Message edit(long chatId, long id, IfMatch condition, String content) {
        Message message = get(chatId, id);
        condition.check(message.version());
        if (message.status() == MessageStatus.STREAMING) {
            throw new ConflictException("Message " + id + " is still being answered; stop it first.");
        }
        if (!message.content().equals(content)) {
            em.persist(new MessageVersion(message));
            message.edit(content, Timestamps.now());
            em.flush();
        }
        return message;
    }

    /**
     * Stores a question beside another one and the beginning of its answer.
     *
     * @throws NotFoundException where the user has no such chat
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Stored askBeside(long userId, long chatId, Message other, String content, String model, Lease lease) {
        takeTurn(userId, chatId);
        return ask(chatId, other.parentId(), content, model, lease);
    }

    /**
     * Makes a queued message a question at the tip of its chat, and stores the beginning of its answer.
     *
     * @return empty where it is gone, or an answer is under way
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Stored> askQueued(QueuedMessage queued, String model, Lease lease) {
        Long tip = takeTurn(queued.userId(), queued.chatId());
        if (answering(queued.chatId())
                || em.createQuery("DELETE FROM QueuedMessage q WHERE q.id = :id")
                                .setParameter("id", queued.id())
                                .executeUpdate()
                        == 0) {
            return Optional.empty();
        }
        return Optional.of(ask(queued.chatId(), tip, queued.content(), model, lease));
    }

    /**
     * Makes the newest leaf below a message, or itself, the tip of its chat.
     *
     * @throws NotFoundException where the chat has no such message
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void choose(long userId, long chatId, long id) {
        takeTurn(userId, chatId);
        get(chatId, id);
        Map<Long, Long> newest = new HashMap<>();
        // A message is stored behind the one that it follows, so that the last one to name it is its newest.
        shape(chatId).forEach(row -> newest.put((Long) row[1], (Long) row[0]));
        long leaf = id;
        for (Long next = newest.get(leaf); next != null && next > leaf; next = newest.get(leaf)) {
            leaf = next;
        }
        moveTip(chatId, leaf, Timestamps.now());
    }

    /** Removes a message with all that follows it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void removeBranch(long userId, long chatId, List<Long> ids, Long parentId) {
        takeTurn(userId, chatId);
        Long tip = tip(chatId);
        if (tip != null && ids.contains(tip)) {
            moveTip(chatId, parentId, Timestamps.now());
        }
        // The last ones first, so that no row loses its parent on the way.
        for (int i = ids.size(); i > 0; i -= AT_ONCE) {
            em.createQuery("DELETE FROM Message m WHERE m.id IN :ids")
                    .setParameter("ids", ids.subList(Math.max(0, i - AT_ONCE), i))
                    .executeUpdate();
        }
    }

    /**
     * Stores a message at the tip of a chat, without asking anybody.
     *
     * @throws NotFoundException where the user has no such chat
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Stored store(long userId, long chatId, MessageRole role, String content, Optional<IdempotencyKey> key) {
        // First, so that of the same request at the same time the second one finds what the first has made.
        Long tip = takeTurn(userId, chatId);
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return repeated(chatId, before.get());
        }
        Instant now = Timestamps.now();
        Message message = Message.written(chatId, tip, role, content, now);
        add(message);
        moveTip(chatId, message.id(), now);
        Stored stored = new Stored(message, null, false);
        key.ifPresent(found -> idempotency.remember(found, stored.resource()));
        return stored;
    }

    /**
     * Stores a question at the tip of a chat and the beginning of its answer.
     *
     * @throws NotFoundException where the user has no such chat
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Stored ask(
            long userId, long chatId, String content, String model, Lease lease, Optional<IdempotencyKey> key) {
        // First, as in store.
        Long tip = takeTurn(userId, chatId);
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return repeated(chatId, before.get());
        }
        Stored stored = ask(chatId, tip, content, model, lease);
        key.ifPresent(found -> idempotency.remember(found, stored.resource()));
        return stored;
    }

    private Stored ask(long chatId, Long parentId, String content, String model, Lease lease) {
        Instant now = Timestamps.now();
        Message question = Message.written(chatId, parentId, MessageRole.USER, content, now);
        add(question);
        Message answer = Message.answer(chatId, question.id(), model, lease, now);
        add(answer);
        moveTip(chatId, answer.id(), now);
        return new Stored(question, answer, false);
    }

    /** Stores the beginning of another answer to a question. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Message answerAgain(long chatId, long questionId, String model, Lease lease) {
        Instant now = Timestamps.now();
        Message answer = Message.answer(chatId, questionId, model, lease, now);
        add(answer);
        moveTip(chatId, answer.id(), now);
        return answer;
    }

    /** Removes a message; what followed it now follows what came before it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long chatId, long id) {
        Message message = get(chatId, id);
        Instant now = Timestamps.now();
        em.createQuery("UPDATE Message m SET m.parentId = :parent, m.version = m.version + 1 WHERE m.parentId = :id")
                .setParameter("parent", message.parentId())
                .setParameter("id", id)
                .executeUpdate();
        if (Long.valueOf(id).equals(tip(chatId))) {
            moveTip(chatId, message.parentId(), now);
        }
        em.remove(message);
        changed.fire(new ChatChanged(chatId));
    }

    /** Adds a message inside the present transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(Message message) {
        em.persist(message);
        em.flush();
    }

    /** Makes a message the tip of its chat, inside the present transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void moveTip(long chatId, Long messageId, Instant now) {
        // Not through the entity: two messages at once must not fail over its version.
        em.createQuery("UPDATE Chat c SET c.currentMessageId = :message, c.updatedAt = :now, c.version = c.version + 1"
                        + " WHERE c.id = :chat")
                .setParameter("message", messageId)
                .setParameter("now", now)
                .setParameter("chat", chatId)
                .executeUpdate();
        changed.fire(new ChatChanged(chatId));
    }

    private Stored repeated(long chatId, String resource) {
        String[] ids = resource.split(",");
        return new Stored(
                get(chatId, Long.parseLong(ids[0])), ids.length > 1 ? get(chatId, Long.parseLong(ids[1])) : null, true);
    }

    /**
     * The tip of a user's chat, which nobody else moves until this transaction ends: two messages at once follow one
     * another. Writes first, because what JPA reads before it writes is read outside of the transaction.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Long takeTurn(long userId, long chatId) {
        em.createQuery("UPDATE Chat c SET c.version = c.version WHERE c.id = :chat")
                .setParameter("chat", chatId)
                .executeUpdate();
        List<Long> tip = em.createQuery(
                        "SELECT c.currentMessageId FROM Chat c, Workspace w"
                                + " WHERE c.id = :chat AND w.id = c.workspaceId AND w.userId = :user",
                        Long.class)
                .setParameter("chat", chatId)
                .setParameter("user", userId)
                .getResultList();
        if (tip.isEmpty()) {
            throw new NotFoundException("There is no chat " + chatId + ".");
        }
        return tip.get(0);
    }

    private Long tip(long chatId) {
        return em.createQuery("SELECT c.currentMessageId FROM Chat c WHERE c.id = :chat", Long.class)
                .setParameter("chat", chatId)
                .getSingleResult();
    }
}
