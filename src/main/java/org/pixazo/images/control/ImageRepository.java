package org.pixazo.images.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.entity.FilesReleased;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageFields;
import org.pixazo.images.entity.ImageFilter;
import org.pixazo.images.entity.StoredFile;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Queries and writes of pictures. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ImageRepository {

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<FilesReleased> released;

    /** Newest first. */
    public Page<Image> list(long userId, ImageFilter filter, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("i.place.userId = :user AND i.deletedAt IS NULL AND i.id < :after");
        parameters.put("user", userId);
        parameters.put("after", page.after() == null ? Long.MAX_VALUE : page.after());
        narrow(where, parameters, " AND i.place.workspaceId = :workspace", "workspace", filter.workspaceId());
        narrow(where, parameters, " AND i.place.chatId = :chat", "chat", filter.chatId());
        narrow(where, parameters, " AND i.spec.model = :model", "model", filter.model());
        narrow(
                where,
                parameters,
                " AND i.id IN (SELECT b.imageId FROM BoardImage b WHERE b.boardId = :board)",
                "board",
                filter.boardId());
        narrow(where, parameters, " AND i.spec.style = :style", "style", filter.style());
        narrow(where, parameters, " AND i.favourite = :favourite", "favourite", filter.favourite());
        narrow(where, parameters, " AND i.createdAt >= :from", "from", filter.from());
        narrow(where, parameters, " AND i.createdAt < :to", "to", filter.to());
        narrow(where, parameters, " AND i.spec.width = :width", "width", filter.width());
        narrow(where, parameters, " AND i.spec.height = :height", "height", filter.height());
        narrow(where, parameters, " AND i.batchId = :batch", "batch", filter.batchId());
        narrow(where, parameters, " AND i.provenance.parentImageId = :parent", "parent", filter.parentImageId());
        narrow(where, parameters, " AND i.uploaded = :uploaded", "uploaded", Boolean.TRUE.equals(filter.uploaded()));
        narrow(where, parameters, " AND LOWER(i.spec.prompt) LIKE :q ESCAPE '!'", "q", like(filter.q()));
        TypedQuery<Image> query =
                em.createQuery("SELECT i FROM Image i WHERE " + where + " ORDER BY i.id DESC", Image.class);
        parameters.forEach(query::setParameter);
        return page.page(query.setMaxResults(page.limit() + 1).getResultList(), Image::id);
    }

    public Optional<Image> find(long id) {
        return Optional.ofNullable(em.find(Image.class, id)).filter(image -> !image.deleted());
    }

    /** @throws NotFoundException where the user has no such picture */
    public Image get(long userId, long id) {
        Image image = em.find(Image.class, id);
        if (image == null || image.deleted() || image.place().userId() != userId) {
            throw new NotFoundException("There is no image " + id + ".");
        }
        return image;
    }

    /** The pictures of a job, in the order of their making. */
    public List<Image> ofJob(long jobId) {
        return em.createQuery(
                        "SELECT i FROM Image i WHERE i.jobId = :job AND i.deletedAt IS NULL ORDER BY i.jobIndex",
                        Image.class)
                .setParameter("job", jobId)
                .getResultList();
    }

    /** The pictures of a chat, oldest first. */
    public List<Image> ofChat(long chatId) {
        return em.createQuery(
                        "SELECT i FROM Image i WHERE i.place.chatId = :chat AND i.deletedAt IS NULL ORDER BY i.id",
                        Image.class)
                .setParameter("chat", chatId)
                .getResultList();
    }

    /**
     * A picture of a user by its bytes.
     *
     * @param preferred when it was made, if there are several; may be null
     */
    public Optional<Image> findOwn(long userId, String sha256, Instant preferred) {
        List<Image> found = em.createQuery(
                        "SELECT i FROM Image i WHERE i.place.userId = :user AND i.sha256 = :sha256 AND i.deletedAt IS NULL ORDER BY i.id",
                        Image.class)
                .setParameter("user", userId)
                .setParameter("sha256", sha256)
                .getResultList();
        return found.stream()
                .filter(image -> image.createdAt().equals(preferred))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Several pictures of a user, newest first. */
    public List<Image> several(long userId, Set<Long> ids) {
        return em.createQuery(
                        "SELECT i FROM Image i WHERE i.place.userId = :user AND i.deletedAt IS NULL AND i.id IN :ids"
                                + " ORDER BY i.id DESC",
                        Image.class)
                .setParameter("user", userId)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Changes what a person says about a picture. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Image change(long userId, long id, IfMatch condition, UnaryOperator<ImageFields> change) {
        Image image = get(userId, id);
        condition.check(image.version());
        image.change(change.apply(image.fields()));
        em.flush();
        return image;
    }

    /** Stores a picture that a user brought in. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Image upload(long userId, int width, int height, StoredFile file) {
        Image image = Image.upload(userId, width, height, file, Timestamps.now());
        em.persist(image);
        em.flush();
        return image;
    }

    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(Image image) {
        em.persist(image);
        em.flush();
    }

    /** Removes a picture with its files. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, long id, IfMatch condition) {
        Image image = get(userId, id);
        condition.check(image.version());
        released.fire(new FilesReleased(Set.of(image.file().sha256())));
        em.remove(image);
    }

    /** Whether no picture has a file. */
    public boolean unused(String sha256) {
        return em.createQuery("SELECT i.id FROM Image i WHERE i.sha256 = :sha256", Long.class)
                .setParameter("sha256", sha256)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Names of the files of all pictures in a workspace. */
    public List<String> filesOfWorkspace(long workspaceId) {
        return files("i.place.workspaceId", workspaceId);
    }

    /** Names of the files of all pictures in a chat. */
    public List<String> filesOfChat(long chatId) {
        return files("i.place.chatId", chatId);
    }

    /** Names of the files of all pictures of a user. */
    public List<String> filesOfUser(long userId) {
        return files("i.place.userId", userId);
    }

    private List<String> files(String column, long id) {
        return em.createQuery("SELECT DISTINCT i.sha256 FROM Image i WHERE " + column + " = :id", String.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    private static String like(String part) {
        return part == null || part.isBlank()
                ? null
                : "%"
                        + part.strip()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace("!", "!!")
                                .replace("%", "!%")
                                .replace("_", "!_")
                        + "%";
    }
}
