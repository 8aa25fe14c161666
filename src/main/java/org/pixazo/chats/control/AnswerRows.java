package org.pixazo.chats.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.pixazo.chats.entity.AnswerEnd;
import org.pixazo.chats.entity.ChatChanged;
import org.pixazo.chats.entity.Message;
import org.pixazo.schema.entity.Lease;
import org.pixazo.schema.entity.Timestamps;

/** The rows of answers under way, from their leases to their ends. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class AnswerRows {

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<ChatChanged> changed;

    /** Notes how many messages an answer was not given. */
    public void leaveOut(long id, int count) {
        em.createQuery("UPDATE Message m SET m.leftOut = :count, m.version = m.version + 1 WHERE m.id = :id")
                .setParameter("count", count)
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Renews the lease of an answer under way.
     *
     * @return false where it is no longer under way, because somebody stopped or removed it elsewhere
     */
    public boolean renew(long id, Lease lease) {
        return em.createQuery("UPDATE Message m SET m.leaseUntil = :until, m.version = m.version"
                                + " WHERE m.id = :id AND m.status = 'streaming' AND m.leaseOwner = :owner")
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
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Message> orphaned(String owner) {
        return em.createQuery(
                        "SELECT m FROM Message m WHERE m.status = 'streaming'"
                                + " AND (m.leaseUntil < :now OR m.leaseOwner = :owner)",
                        Message.class)
                .setParameter("now", Timestamps.now())
                .setParameter("owner", owner == null ? "" : owner)
                .getResultList();
    }

    /** Ends an answer, unless it has ended or is gone. */
    public Optional<Message> end(long id, AnswerEnd end) {
        // Writes first, as MessageRepository.takeTurn does, so that nobody changes the row before it is written.
        em.createQuery("UPDATE Message m SET m.version = m.version WHERE m.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        Message message = em.find(Message.class, id);
        if (message == null) {
            return Optional.empty();
        }
        message.end(end, Timestamps.now());
        em.flush();
        changed.fire(new ChatChanged(message.chatId()));
        return Optional.of(message);
    }
}
