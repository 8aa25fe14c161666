package org.pixazo.search.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pixazo.search.entity.HitKind;

/** Fills the index anew, in short transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SearchRebuild {

    @PersistenceContext
    EntityManager em;

    @Inject
    SearchIndexes indexes;

    /** The highest id of a kind; 0 where there is none. */
    public long last(HitKind kind) {
        return ((Number) em.createNativeQuery("SELECT COALESCE(MAX(id), 0) FROM " + kind.word() + "s")
                        .getSingleResult())
                .longValue();
    }

    /** Takes everything of a kind out. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void clear(HitKind kind) {
        em.createNativeQuery(indexes.get().clear(kind)).executeUpdate();
    }

    /** Puts the things in whose ids are above one and not above another. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void fill(HitKind kind, long above, long upTo) {
        em.createNativeQuery(indexes.get().fill(kind))
                .setParameter(1, above)
                .setParameter(2, upTo)
                .executeUpdate();
    }
}
