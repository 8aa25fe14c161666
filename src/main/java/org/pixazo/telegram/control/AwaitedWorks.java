package org.pixazo.telegram.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.Outgoing;

/** What people on Telegram wait for. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AwaitedWorks {

    @PersistenceContext
    EntityManager em;

    @Inject
    Outbox outbox;

    /** Notes something, unless it is noted. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void add(AwaitedWork work) {
        int known = em.createQuery("UPDATE AwaitedWork w SET w.subjectId = w.subjectId WHERE w.about = :about")
                .setParameter("about", work.about())
                .executeUpdate();
        if (known == 0) {
            em.persist(work);
        }
    }

    public List<AwaitedWork> all() {
        return em.createQuery("SELECT w FROM AwaitedWork w ORDER BY w.createdAt", AwaitedWork.class)
                .getResultList();
    }

    public Optional<AwaitedWork> find(AwaitedWork.Kind kind, long subjectId) {
        return Optional.ofNullable(em.find(AwaitedWork.class, AwaitedWork.about(kind, subjectId)));
    }

    /** What is awaited in a chat. */
    public List<AwaitedWork> in(long telegramChatId, AwaitedWork.Kind kind) {
        return em.createQuery(
                        "SELECT w FROM AwaitedWork w WHERE w.telegramChatId = :chat AND w.kind = :kind ORDER BY w.createdAt",
                        AwaitedWork.class)
                .setParameter("chat", telegramChatId)
                .setParameter("kind", kind.word())
                .getResultList();
    }

    /** The wait is over: its outcome enters the queue in the same moment, and only the first time. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void over(String about, List<Outgoing> outcome) {
        int first = em.createQuery("DELETE FROM AwaitedWork w WHERE w.about = :about")
                .setParameter("about", about)
                .executeUpdate();
        if (first == 1) {
            outbox.add(outcome);
        }
    }
}
