package org.pixazo.images.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.pixazo.images.entity.ImageSweep;
import org.pixazo.images.entity.SweepResult;
import org.pixazo.schema.control.Node;
import org.pixazo.schema.entity.Timestamps;

/** Who sweeps, what came of it, and which files pictures have. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SweepRepository {

    /** A sweep of a million files takes minutes; who died while sweeping is followed the next night at the latest. */
    private static final Duration LEASE = Duration.ofHours(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Node node;

    public ImageSweep state() {
        return em.find(ImageSweep.class, ImageSweep.ID);
    }

    /**
     * Takes the right to sweep.
     *
     * @param least how long ago the last sweep must have begun
     * @return false where another server sweeps, or has done so since
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean claim(Duration least) {
        Instant now = Timestamps.now();
        return em.createQuery("UPDATE ImageSweep s SET s.leaseOwner = :owner, s.leaseUntil = :until, s.startedAt = :now"
                                + " WHERE s.id = 1 AND (s.leaseUntil IS NULL OR s.leaseUntil < :now)"
                                + " AND (s.startedAt IS NULL OR s.startedAt <= :before)")
                        .setParameter("owner", node.name())
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("now", now)
                        .setParameter("before", now.minus(least))
                        .executeUpdate()
                == 1;
    }

    /** Notes what this server found, and gives the right back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImageSweep finish(SweepResult result) {
        ImageSweep sweep = state();
        sweep.finish(node.name(), result, Timestamps.now());
        return sweep;
    }

    /** Gives the right back without a result. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void giveUp() {
        em.createQuery("UPDATE ImageSweep s SET s.leaseOwner = NULL, s.leaseUntil = NULL WHERE s.leaseOwner = :owner")
                .setParameter("owner", node.name())
                .executeUpdate();
    }

    /** Names of the files of all pictures that begin with two hexadecimal digits. */
    public Set<String> files(String prefix) {
        return new HashSet<>(em.createQuery(
                        "SELECT DISTINCT i.sha256 FROM Image i WHERE i.sha256 >= :from AND i.sha256 < :to",
                        String.class)
                .setParameter("from", prefix)
                // Behind every hexadecimal digit.
                .setParameter("to", prefix + "g")
                .getResultList());
    }
}
