package org.pixazo.telegram.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.telegram.entity.MessageQueued;
import org.pixazo.telegram.entity.OutboxMessage;
import org.pixazo.telegram.entity.Outgoing;
import org.pixazo.telegram.entity.SentMessage;
import org.pixazo.web.control.Json;

/** The durable queue of what goes to Telegram, and the memory of which messages are edited later. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Outbox {

    private static final Duration EDITABLE = Duration.ofDays(3);

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<MessageQueued> queued;

    /**
     * The first message of a chat's queue.
     *
     * @param id of its row
     * @param unsure whether Telegram may have it already
     */
    public record Next(long id, Outgoing message, boolean unsure) {}

    /** Adds messages behind all that wait in their chats. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void add(List<Outgoing> messages) {
        Instant now = Timestamps.now();
        for (Outgoing message : messages) {
            em.persist(new OutboxMessage(message.spot().chatId(), Json.write(message), now));
            // One by one, so that the ids follow the order.
            em.flush();
            queued.fire(new MessageQueued(message.spot().chatId()));
        }
    }

    /** Chats for which something waits. */
    public List<Long> chats() {
        return em.createQuery("SELECT DISTINCT q.telegramChatId FROM OutboxMessage q", Long.class)
                .getResultList();
    }

    /** How many messages wait. */
    public long size() {
        return em.createQuery("SELECT COUNT(q) FROM OutboxMessage q", Long.class)
                .getSingleResult();
    }

    public Optional<Next> next(long chatId) {
        return em.createQuery(
                        "SELECT q FROM OutboxMessage q WHERE q.telegramChatId = :chat ORDER BY q.id",
                        OutboxMessage.class)
                .setParameter("chat", chatId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new Next(row.id(), Json.mapper().readValue(row.body(), Outgoing.class), row.sending()));
    }

    /** From now on Telegram may have it, or, where it certainly has not, not. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void sending(long id, boolean may) {
        em.createQuery("UPDATE OutboxMessage q SET q.sending = :may WHERE q.id = :id")
                .setParameter("may", may)
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * A message has left the queue.
     *
     * @param about what it told about; null for nothing that is edited later
     * @param messageId its id on Telegram; null where it has none
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void done(long id, String about, Integer messageId) {
        em.createQuery("DELETE FROM OutboxMessage q WHERE q.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        if (about != null && messageId != null) {
            note(about, messageId);
        }
    }

    /** A message takes another form, and keeps its place. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void replace(long id, Outgoing message) {
        em.createQuery("UPDATE OutboxMessage q SET q.body = :body, q.sending = FALSE WHERE q.id = :id")
                .setParameter("body", Json.write(message))
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Drops all that waits for a chat that nothing reaches any more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int drop(long chatId) {
        return em.createQuery("DELETE FROM OutboxMessage q WHERE q.telegramChatId = :chat")
                .setParameter("chat", chatId)
                .executeUpdate();
    }

    /** The message on Telegram that tells about something. */
    public Optional<Integer> messageAbout(String about) {
        return Optional.ofNullable(em.find(SentMessage.class, about)).map(SentMessage::messageId);
    }

    /** Notes which message tells about something. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void note(String about, int messageId) {
        int known = em.createQuery("UPDATE SentMessage m SET m.messageId = :message WHERE m.about = :about")
                .setParameter("message", messageId)
                .setParameter("about", about)
                .executeUpdate();
        if (known == 0) {
            em.persist(new SentMessage(about, messageId, Timestamps.now()));
        }
    }

    /** Forgets messages that Telegram lets nobody edit any more. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int sweep() {
        return em.createQuery("DELETE FROM SentMessage m WHERE m.createdAt < :since")
                .setParameter("since", Timestamps.now().minus(EDITABLE))
                .executeUpdate();
    }
}
