package org.pixazo.images.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pixazo.images.entity.FilesReleased;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImagesChanged;
import org.pixazo.schema.entity.Timestamps;

/** Deletes many pictures at once so that it can be undone for a while; then they go with their files. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ImageTrash {

    /** How long a deletion can be undone. */
    public static final Duration KEPT = Duration.ofMinutes(10);

    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<FilesReleased> released;

    @Inject
    Event<ImagesChanged> changed;

    /**
     * Hides pictures of a user.
     *
     * @return how many
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int put(long userId, Set<Long> ids) {
        int hidden = em.createQuery("UPDATE Image i SET i.deletedAt = :now, i.version = i.version + 1"
                        + " WHERE i.place.userId = :user AND i.deletedAt IS NULL AND i.id IN :ids")
                .setParameter("now", Timestamps.now())
                .setParameter("user", userId)
                .setParameter("ids", ids)
                .executeUpdate();
        changed.fire(new ImagesChanged(userId, ids));
        return hidden;
    }

    /**
     * Brings pictures of a user back.
     *
     * @return how many; those whose time was over are gone
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int restore(long userId, Set<Long> ids) {
        int restored = em.createQuery("UPDATE Image i SET i.deletedAt = NULL, i.version = i.version + 1"
                        + " WHERE i.place.userId = :user AND i.deletedAt > :oldest AND i.id IN :ids")
                .setParameter("user", userId)
                .setParameter("oldest", Timestamps.now().minus(KEPT))
                .setParameter("ids", ids)
                .executeUpdate();
        changed.fire(new ImagesChanged(userId, ids));
        return restored;
    }

    /**
     * Removes what nobody brings back any more.
     *
     * @return how many
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int empty() {
        Instant oldest = Timestamps.now().minus(KEPT);
        List<Image> over = em.createQuery(
                        "SELECT i FROM Image i WHERE i.deletedAt <= :oldest ORDER BY i.id", Image.class)
                .setParameter("oldest", oldest)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (over.isEmpty()) {
            return 0;
        }
        int gone = em.createQuery("DELETE FROM Image i WHERE i.deletedAt <= :oldest AND i.id IN :ids")
                .setParameter("oldest", oldest)
                .setParameter("ids", over.stream().map(Image::id).toList())
                .executeUpdate();
        released.fire(new FilesReleased(
                over.stream().map(image -> image.file().sha256()).collect(Collectors.toSet())));
        return gone;
    }
}
