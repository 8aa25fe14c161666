package org.pixazo.prompts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptFields;
import org.pixazo.prompts.entity.PromptVersion;
import org.pixazo.prompts.entity.PromptsChanged;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.control.WorkspaceService;

/** The library: saved prompts come, change and go; each belongs to one user, and to others it does not exist. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PromptRepository {

    @PersistenceContext
    EntityManager em;

    @Inject
    WorkspaceService workspaces;

    @Inject
    Event<PromptsChanged> changed;

    /**
     * Which prompts are asked for.
     *
     * @param words look for them in title, content and tags
     * @param tag a whole tag, without regard to case; null for any
     * @param workspaceId null for any
     * @param personal true for those of no workspace, false for those of one, null for any
     * @param favourite null for any
     */
    public record Filter(WordSearch words, String tag, Long workspaceId, Boolean personal, Boolean favourite) {

        /** Neither by their place nor by their mark. */
        public Filter(WordSearch words, String tag, Long workspaceId) {
            this(words, tag, workspaceId, null, null);
        }

        private String condition() {
            return (workspaceId == null ? "" : " AND p.workspaceId = :workspace")
                    + (personal == null ? "" : " AND p.workspaceId IS " + (personal ? "NULL" : "NOT NULL"))
                    + (favourite == null ? "" : " AND p.favourite = :favourite");
        }

        private void bind(Query query) {
            if (workspaceId != null) {
                query.setParameter("workspace", workspaceId);
            }
            if (favourite != null) {
                query.setParameter("favourite", favourite);
            }
        }
    }

    /** Newest first. */
    public Page<Prompt> list(long userId, Filter filter, PageRequest page) {
        // A whole element of a JSON array stands between quotes, and no quote stands inside it without a backslash.
        WordSearch tag = WordSearch.phrase(
                "tag", filter.tag() == null ? null : Json.write(filter.tag().strip()));
        TypedQuery<Prompt> query = em.createQuery(
                        "SELECT p FROM Prompt p WHERE p.userId = :user AND p.id < :after"
                                + filter.condition()
                                + tag.condition("p.tags")
                                + filter.words().condition(List.of("p.title", "p.content"), List.of("p.tags"))
                                + " ORDER BY p.id DESC",
                        Prompt.class)
                .setParameter("user", userId)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after());
        filter.bind(query);
        tag.bind(query);
        filter.words().bind(query);
        return page.page(query.setMaxResults(page.limit() + 1).getResultList(), Prompt::id);
    }

    /** All prompts of a user, oldest first. */
    public List<Prompt> all(long userId) {
        return em.createQuery("SELECT p FROM Prompt p WHERE p.userId = :user ORDER BY p.id", Prompt.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** @throws NotFoundException where the user has no such prompt */
    public Prompt get(long userId, long id) {
        Prompt prompt = em.find(Prompt.class, id);
        if (prompt == null || !prompt.belongsTo(userId)) {
            throw absent(id);
        }
        return prompt;
    }

    private static NotFoundException absent(long id) {
        return new NotFoundException("There is no prompt " + id + ".");
    }

    /** The prompts of a user that have a title, newest first. */
    public List<Prompt> titled(long userId, String title) {
        return em.createQuery(
                        "SELECT p FROM Prompt p WHERE p.userId = :user AND p.title = :title ORDER BY p.id DESC",
                        Prompt.class)
                .setParameter("user", userId)
                .setParameter("title", title)
                .getResultList();
    }

    /** Titles that several prompts of a user have. */
    public List<String> sharedTitles(long userId) {
        return em.createQuery(
                        "SELECT p.title FROM Prompt p WHERE p.userId = :user GROUP BY p.title HAVING COUNT(p) > 1",
                        String.class)
                .setParameter("user", userId)
                .getResultList();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Prompt create(long userId, PromptFields fields) {
        checkWorkspace(userId, fields);
        Instant now = Timestamps.now();
        Prompt prompt = new Prompt(userId, fields, now, now);
        store(prompt);
        changed.fire(new PromptsChanged(userId));
        return prompt;
    }

    /** Stores a new prompt and its first version, for which it gets its id. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void store(Prompt prompt) {
        em.persist(prompt);
        em.flush();
        em.persist(new PromptVersion(prompt));
    }

    /** @param change makes the new fields from the present ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Prompt change(long userId, long id, IfMatch condition, UnaryOperator<PromptFields> change) {
        Prompt prompt = get(userId, id);
        condition.check(prompt.version());
        PromptFields fields = change.apply(prompt.fields());
        checkWorkspace(userId, fields);
        if (prompt.change(fields, Timestamps.now())) {
            em.persist(new PromptVersion(prompt));
        }
        em.flush();
        changed.fire(new PromptsChanged(userId));
        return prompt;
    }

    /**
     * Counts that a prompt was put to use.
     *
     * @throws NotFoundException where the user has no such prompt
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Prompt use(long userId, long id) {
        // Counted by the database, so that none is lost where several come at once.
        int counted = em.createQuery(
                        "UPDATE Prompt p SET p.uses = p.uses + 1, p.usedAt = :now, p.version = p.version + 1"
                                + " WHERE p.id = :id AND p.userId = :user")
                .setParameter("now", Timestamps.now())
                .setParameter("id", id)
                .setParameter("user", userId)
                .executeUpdate();
        if (counted == 0) {
            throw absent(id);
        }
        return get(userId, id);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, long id, IfMatch condition) {
        Prompt prompt = get(userId, id);
        condition.check(prompt.version());
        em.remove(prompt);
        changed.fire(new PromptsChanged(userId));
    }

    private void checkWorkspace(long userId, PromptFields fields) {
        if (fields.workspaceId() == null) {
            return;
        }
        try {
            workspaces.get(userId, fields.workspaceId());
        } catch (NotFoundException absent) {
            throw new InvalidInputException("workspace_id", "must be one of yours");
        }
    }
}
