package org.pixazo.inside;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Optional;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.schema.entity.Lease;
import org.pixazo.schema.entity.Timestamps;

/** What tests inside of the server do to the rows themselves, each in the caller's transaction or in one of its own. */
@Stateless
public class Rows {

    @PersistenceContext
    EntityManager em;

    @Resource
    TimerService timers;

    @Inject
    MessageRepository messages;

    /** Makes a job run on a server, whichever it is. */
    public void lease(long jobId, Lease lease) {
        em.createQuery("UPDATE ImageJob j SET j.status = 'running', j.leaseOwner = :owner, j.leaseUntil = :until"
                        + " WHERE j.id = :id")
                .setParameter("owner", lease.owner())
                .setParameter("until", lease.until())
                .setParameter("id", jobId)
                .executeUpdate();
    }

    /** Makes a job wait, due at once. */
    public void makeDue(Collection<Long> jobIds) {
        em.createQuery("UPDATE ImageJob j SET j.nextAttemptAt = :now WHERE j.id IN :ids")
                .setParameter("now", Timestamps.now())
                .setParameter("ids", jobIds)
                .executeUpdate();
    }

    /** A job as it is in the database now. */
    public ImageJob fresh(long jobId) {
        em.clear();
        return em.find(ImageJob.class, jobId);
    }

    /** How many pictures a job has at an index. */
    public long pictures(long jobId, int index) {
        return em.createQuery("SELECT COUNT(i) FROM Image i WHERE i.jobId = :job AND i.jobIndex = :index", Long.class)
                .setParameter("job", jobId)
                .setParameter("index", index)
                .getSingleResult();
    }

    /** The message at the tip of a chat; null for none. */
    public Long tip(long chatId) {
        return em.createQuery("SELECT c.currentMessageId FROM Chat c WHERE c.id = :chat", Long.class)
                .setParameter("chat", chatId)
                .getSingleResult();
    }

    /** Lets the lease of an answer run out at a time. */
    public void leaseAnswer(long messageId, Lease lease) {
        em.createQuery("UPDATE Message m SET m.leaseOwner = :owner, m.leaseUntil = :until WHERE m.id = :id")
                .setParameter("owner", lease.owner())
                .setParameter("until", lease.until())
                .setParameter("id", messageId)
                .executeUpdate();
    }

    /** Writes, and then finds that it cannot be. */
    public void storeAndFail(long userId, long chatId, RuntimeException failure) {
        messages.store(userId, chatId, MessageRole.USER, "not to be kept", Optional.empty());
        throw failure;
    }

    /** Does something in a call of an enterprise bean that has no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void withoutTransaction(Runnable work) {
        work.run();
    }

    /** The timers of the application. */
    public Collection<Timer> timers() {
        return timers.getAllTimers();
    }
}
