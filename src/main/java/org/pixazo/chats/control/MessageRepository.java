package org.pixazo.chats.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixazo.chats.entity.AnswerEnd;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Lease;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.IdempotencyKeys;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Queries and short writing transactions of messages. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MessageRepository {

    private static final int MOST_TURNS = 400;

    @PersistenceContext
    EntityManager em;

    @Inject
    IdempotencyKeys idempotency;

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

    /** The branch that ends in a message, oldest first, at most its newest 400. */
    public List<Message> branch(long chatId, long lastId) {
        Map<Long, Message> byId = new HashMap<>();
        em.createQuery(
                        "SELECT m FROM Message m WHERE m.chatId = :chat AND m.id <= :last ORDER BY m.id DESC",
                        Message.class)
                .setParameter("chat", chatId)
                .setParameter("last", lastId)
                .setMaxResults(MOST_TURNS)
                .getResultList()
                .forEach(message -> byId.put(message.id(), message));
        Deque<Message> branch = new ArrayDeque<>();
        for (Message step = byId.get(lastId);
                step != null;
                step = step.parentId() == null ? null : byId.get(step.parentId())) {
            branch.addFirst(step);
        }
        return List.copyOf(branch);
    }

    /**
     * Stores a message at the tip of a chat, without asking anybody.
     *
     * @throws NotFoundException where the user has no such chat
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Stored store(long userId, long chatId, MessageRole role, String content, Optional<IdempotencyKey> key) {
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return repeated(chatId, before.get());
        }
        Instant now = Timestamps.now();
        Message message = Message.written(chatId, takeTurn(userId, chatId), role, content, now);
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
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return repeated(chatId, before.get());
        }
        Instant now = Timestamps.now();
        Message question = Message.written(chatId, takeTurn(userId, chatId), MessageRole.USER, content, now);
        add(question);
        Message answer = Message.answer(chatId, question.id(), model, lease, now);
        add(answer);
        moveTip(chatId, answer.id(), now);
        Stored stored = new Stored(question, answer, false);
        key.ifPresent(found -> idempotency.remember(found, stored.resource()));
        return stored;
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

    /** Ends an answer, unless it has ended or is gone. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Message> end(long id, AnswerEnd end) {
        Message message = em.find(Message.class, id);
        if (message == null) {
            return Optional.empty();
        }
        message.end(end, Timestamps.now());
        em.flush();
        return Optional.of(message);
    }

    /** Removes a message; what followed it now follows what came before it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long chatId, long id) {
        Message message = get(chatId, id);
        Instant now = Timestamps.now();
        em.createQuery("UPDATE Message m SET m.parentId = :parent WHERE m.parentId = :id")
                .setParameter("parent", message.parentId())
                .setParameter("id", id)
                .executeUpdate();
        if (Long.valueOf(id).equals(tip(chatId))) {
            moveTip(chatId, message.parentId(), now);
        }
        em.remove(message);
    }

    /**
     * Renews the lease of an answer under way.
     *
     * @return false where it is no longer under way, because somebody stopped or removed it elsewhere
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean renew(long id, Lease lease) {
        return em.createQuery("UPDATE Message m SET m.leaseUntil = :until WHERE m.id = :id AND m.status = 'streaming'"
                                + " AND m.leaseOwner = :owner")
                        .setParameter("until", lease.until())
                        .setParameter("owner", lease.owner())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /**
     * Answers that nobody receives any more.
     *
     * @param owner a server all of whose answers count, because it has just started; null for none
     */
    public List<Message> orphaned(String owner) {
        return em.createQuery(
                        "SELECT m FROM Message m WHERE m.status = 'streaming'"
                                + " AND (m.leaseUntil < :now OR m.leaseOwner = :owner)",
                        Message.class)
                .setParameter("now", Timestamps.now())
                .setParameter("owner", owner == null ? "" : owner)
                .getResultList();
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
