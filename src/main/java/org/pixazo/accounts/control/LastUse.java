package org.pixazo.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Writes when a key was last used. */
@ApplicationScoped
public class LastUse {

    @PersistenceContext
    EntityManager em;

    @Transactional
    public void note(long keyId, Instant at) {
        em.createQuery("UPDATE ApiKey k SET k.lastUsedAt = :at WHERE k.id = :id")
                .setParameter("at", at)
                .setParameter("id", keyId)
                .executeUpdate();
    }
}
