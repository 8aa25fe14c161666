package org.pixazo.telegram.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.telegram.entity.Outgoing;
import org.pixazo.telegram.entity.StoredUpdate;
import org.pixazo.web.control.Json;

/** The updates: stored before Telegram is told that they came, and handled once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UpdateStore {

    private static final Duration NUMBERS_HOLD = Duration.ofDays(6);
    private static final Duration KEPT = Duration.ofDays(3);

    @PersistenceContext
    EntityManager em;

    @Inject
    Outbox outbox;

    @Inject
    AwaitedWorks waits;

    /** Stores the updates that are new. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<Incoming> add(List<Incoming> updates) {
        Instant now = Timestamps.now();
        List<Incoming> fresh = new ArrayList<>();
        for (Incoming update : updates) {
            // Something that writes comes first, so that what is then read is what the transaction sees.
            int known = em.createQuery("UPDATE StoredUpdate u SET u.chatId = u.chatId WHERE u.updateId = :id")
                    .setParameter("id", update.updateId())
                    .executeUpdate();
            if (known == 0) {
                em.persist(new StoredUpdate(update.updateId(), update.chatId(), Json.write(update), now));
                em.flush();
                fresh.add(update);
            }
        }
        return fresh;
    }

    /** The number behind the newest update; 0 where none came for so long that Telegram may begin anew with any. */
    public long next() {
        return em.createQuery("SELECT u FROM StoredUpdate u ORDER BY u.updateId DESC", StoredUpdate.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .filter(newest -> newest.createdAt().isAfter(Timestamps.now().minus(NUMBERS_HOLD)))
                .map(newest -> newest.updateId() + 1)
                .orElse(0L);
    }

    /** Chats in which something waits. */
    public List<Long> chats() {
        return em.createQuery("SELECT DISTINCT u.chatId FROM StoredUpdate u WHERE u.handled = FALSE", Long.class)
                .getResultList();
    }

    /** What waits in a chat, oldest first. */
    public List<Incoming> waiting(long chatId) {
        return em
                .createQuery(
                        "SELECT u FROM StoredUpdate u WHERE u.chatId = :chat AND u.handled = FALSE ORDER BY u.updateId",
                        StoredUpdate.class)
                .setParameter("chat", chatId)
                .setMaxResults(50)
                .getResultList()
                .stream()
                .map(update -> Json.mapper().readValue(update.body(), Incoming.class))
                .toList();
    }

    /** An update is handled; what is to be sent for it enters the queue, and what is awaited is noted, in the same moment. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void handled(long updateId, List<Outgoing> messages, List<AwaitedWork> awaited) {
        int first = em.createQuery(
                        "UPDATE StoredUpdate u SET u.handled = TRUE WHERE u.updateId = :id AND u.handled = FALSE")
                .setParameter("id", updateId)
                .executeUpdate();
        if (first == 1) {
            outbox.add(messages);
            awaited.forEach(waits::add);
        }
    }

    /** Forgets old updates; the newest stays, since the numbers go on from it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int sweep() {
        return em.createQuery("DELETE FROM StoredUpdate u WHERE u.handled = TRUE AND u.createdAt < :since"
                        + " AND u.updateId < :next")
                .setParameter("since", Timestamps.now().minus(KEPT))
                .setParameter("next", next() - 1)
                .executeUpdate();
    }
}
