package org.pixazo.chats.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.pixazo.chats.entity.QueuedMessage;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.NotFoundException;

/** Queries and short writing transactions of queued messages. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QueueRows {

    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;

    /** In the order in which they are asked. */
    public List<QueuedMessage> of(long chatId) {
        return em.createQuery("SELECT q FROM QueuedMessage q WHERE q.chatId = :chat ORDER BY q.id", QueuedMessage.class)
                .setParameter("chat", chatId)
                .getResultList();
    }

    /** The one whose turn is next; empty where none waits, or the next one waits for a person. */
    public Optional<QueuedMessage> next(long chatId) {
        return of(chatId).stream().findFirst().filter(queued -> queued.error() == null);
    }

    /** Ids of the chats in which something waits for its turn only. */
    public List<Long> chats() {
        return em.createQuery("SELECT DISTINCT q.chatId FROM QueuedMessage q WHERE q.error IS NULL", Long.class)
                .getResultList();
    }

    /** @throws NotFoundException where the chat has no such one */
    public QueuedMessage get(long chatId, long id) {
        QueuedMessage queued = em.find(QueuedMessage.class, id);
        if (queued == null || queued.chatId() != chatId) {
            throw new NotFoundException("There is no queued message " + id + " in this chat.");
        }
        return queued;
    }

    /** @throws ConflictException where too many wait */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public QueuedMessage add(QueuedMessage queued) {
        if (of(queued.chatId()).size() >= MOST) {
            throw new ConflictException("More than " + MOST + " messages of a chat cannot wait.");
        }
        em.persist(queued);
        em.flush();
        return queued;
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public QueuedMessage change(long chatId, long id, String content) {
        QueuedMessage queued = get(chatId, id);
        queued.change(content);
        em.flush();
        return queued;
    }

    /** Lets one wait for a person. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void hold(long id, String why) {
        em.createQuery("UPDATE QueuedMessage q SET q.error = :why, q.version = q.version + 1 WHERE q.id = :id")
                .setParameter("why", why)
                .setParameter("id", id)
                .executeUpdate();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long chatId, long id) {
        em.remove(get(chatId, id));
    }
}
