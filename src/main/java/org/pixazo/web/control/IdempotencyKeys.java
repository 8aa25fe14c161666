package org.pixazo.web.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IdempotencyRow;

/** Remembers for 24 hours what requests with an {@code Idempotency-Key} made. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    @PersistenceContext
    EntityManager em;

    /**
     * What this request made before. Asked inside the transaction that would make it.
     *
     * @throws ConflictException where the key was used for another request
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<String> find(IdempotencyKey key) {
        // First of all something that writes: what JPA reads before that is read outside of the transaction, where the
        // same request at the same time would see nothing either.
        em.createQuery("DELETE FROM IdempotencyRow r WHERE r.userId = :user AND r.key = :key AND r.createdAt <= :since")
                .setParameter("user", key.userId())
                .setParameter("key", key.key())
                .setParameter("since", oldest())
                .executeUpdate();
        Optional<IdempotencyRow> row = em.createQuery(
                        "SELECT r FROM IdempotencyRow r WHERE r.userId = :user AND r.key = :key", IdempotencyRow.class)
                .setParameter("user", key.userId())
                .setParameter("key", key.key())
                .getResultStream()
                .findFirst();
        row.filter(found -> !found.fingerprint().equals(key.fingerprint())).ifPresent(other -> {
            throw new ConflictException("The Idempotency-Key " + key.key() + " was used for another request.");
        });
        return row.map(IdempotencyRow::resource);
    }

    /**
     * Notes what the present transaction makes. Two at once cannot both commit: the key is unique.
     *
     * @param resource names what was made
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void remember(IdempotencyKey key, String resource) {
        em.persist(new IdempotencyRow(key, resource, Timestamps.now()));
    }

    /** Forgets what is older than a day. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int sweep() {
        return em.createQuery("DELETE FROM IdempotencyRow r WHERE r.createdAt <= :since")
                .setParameter("since", oldest())
                .executeUpdate();
    }

    private static Instant oldest() {
        return Timestamps.now().minus(KEPT);
    }
}
