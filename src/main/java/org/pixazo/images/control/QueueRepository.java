package org.pixazo.images.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pixazo.images.entity.ImageQueue;
import org.pixazo.images.entity.WaitingJob;
import org.pixazo.schema.entity.InstantText;
import org.pixazo.schema.entity.Timestamps;

/** The order in which waiting jobs are served, the queue's state, and how long models take. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QueueRepository {

    private static final int HISTORY = 20;

    /**
     * Users take turns. The next turn is of the user of whom the fewest jobs run, then of the one who was served longest
     * ago. Of each user's jobs, single pictures come before batches, then older before younger.
     */
    private static final String TURNS = "SELECT t.id, t.model, t.user_id, t.n FROM (SELECT id, model, user_id,"
            + " n, ROW_NUMBER() OVER (PARTITION BY user_id"
            + " ORDER BY CASE WHEN n > 1 THEN 1 ELSE 0 END, id) AS turn FROM image_jobs"
            + " WHERE (status = 'queued' AND next_attempt_at <= ?1) OR (status = 'running' AND lease_until < ?1)) t"
            + " LEFT JOIN (SELECT user_id, COUNT(*) AS jobs FROM image_jobs"
            + " WHERE status = 'running' AND lease_until >= ?1 GROUP BY user_id) r ON r.user_id = t.user_id"
            + " ORDER BY t.turn + COALESCE(r.jobs, 0), COALESCE((SELECT MAX(s.started_at) FROM image_jobs s"
            + " WHERE s.user_id = t.user_id AND s.started_at IS NOT NULL), ''), t.id";

    @PersistenceContext
    EntityManager em;

    /** Jobs whose time has come, in the order in which they are to be served: queued ones, and those of dead servers. */
    public List<WaitingJob> inOrder(int most) {
        List<?> rows = em.createNativeQuery(TURNS)
                .setParameter(1, InstantText.of(Timestamps.now()))
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(QueueRepository::job).toList();
    }

    public boolean paused() {
        return state().paused();
    }

    public ImageQueue state() {
        return em.find(ImageQueue.class, ImageQueue.ID);
    }

    /** Pauses or resumes the queue for all servers. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImageQueue pause(boolean whether) {
        ImageQueue queue = state();
        queue.pause(whether, Timestamps.now());
        return queue;
    }

    /** How long a model's latest pictures took on average; empty for a model without history. */
    public Optional<Duration> usualTime(String model) {
        List<Long> latest = em.createQuery(
                        "SELECT i.madeInMs FROM Image i WHERE i.spec.model = :model AND i.madeInMs IS NOT NULL"
                                + " ORDER BY i.id DESC",
                        Long.class)
                .setParameter("model", model)
                .setMaxResults(HISTORY)
                .getResultList();
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long)
                        latest.stream().mapToLong(Long::longValue).average().orElseThrow()));
    }

    private static WaitingJob job(Object[] row) {
        return new WaitingJob(
                ((Number) row[0]).longValue(),
                (String) row[1],
                ((Number) row[2]).longValue(),
                ((Number) row[3]).intValue());
    }
}
