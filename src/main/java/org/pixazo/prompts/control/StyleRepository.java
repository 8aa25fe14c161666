package org.pixazo.prompts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.prompts.entity.OwnStyle;
import org.pixazo.prompts.entity.StyleFields;
import org.pixazo.prompts.entity.StyleFile;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.workspaces.control.WorkspaceService;

/** Styles that people made: personal ones, and those shared with a workspace, which all see who see the workspace. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StyleRepository {

    @PersistenceContext
    EntityManager em;

    @Inject
    WorkspaceService workspaces;

    /**
     * Oldest first.
     *
     * @param workspaceId only those shared with it; null for all that the user sees
     */
    public List<OwnStyle> visible(long userId, Long workspaceId) {
        String mine = "(s.userId = :user OR s.workspaceId IN (SELECT w.id FROM Workspace w WHERE w.userId = :user))";
        TypedQuery<OwnStyle> query = em.createQuery(
                        "SELECT s FROM OwnStyle s WHERE " + mine
                                + (workspaceId == null ? "" : " AND s.workspaceId = :workspace") + " ORDER BY s.id",
                        OwnStyle.class)
                .setParameter("user", userId);
        if (workspaceId != null) {
            query.setParameter("workspace", workspaceId);
        }
        return query.getResultList();
    }

    /** All that a user made, oldest first. */
    public List<OwnStyle> of(long userId) {
        return em.createQuery("SELECT s FROM OwnStyle s WHERE s.userId = :user ORDER BY s.id", OwnStyle.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** A style that a user sees, by its id in requests; empty also for a style of the product. */
    public Optional<OwnStyle> find(long userId, String styleId) {
        OptionalLong row = OwnStyle.row(styleId);
        return row.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(em.find(OwnStyle.class, row.getAsLong()))
                        .filter(style -> style.belongsTo(userId) || sees(userId, style.workspaceId()));
    }

    /** @throws NotFoundException where the user sees no such style */
    public OwnStyle get(long userId, String styleId) {
        return find(userId, styleId)
                .orElseThrow(() -> new NotFoundException("There is no style " + styleId + " of yours."));
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public OwnStyle create(long userId, StyleFields fields) {
        checkWorkspace(userId, fields);
        checkRoom(userId, 1);
        OwnStyle style = new OwnStyle(userId, fields, Timestamps.now());
        em.persist(style);
        em.flush();
        return style;
    }

    /** @param change makes the new fields from the present ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public OwnStyle change(long userId, String styleId, IfMatch condition, UnaryOperator<StyleFields> change) {
        OwnStyle style = get(userId, styleId);
        condition.check(style.version());
        StyleFields fields = change.apply(style.fields());
        checkWorkspace(userId, fields);
        style.change(fields, Timestamps.now());
        em.flush();
        return style;
    }

    /** Removes a style; pictures that were made with it keep its words. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, String styleId, IfMatch condition) {
        OwnStyle style = get(userId, styleId);
        condition.check(style.version());
        em.remove(style);
    }

    /** @throws ConflictException where the user would have more than {@link StyleFile#MOST} styles */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void checkRoom(long userId, int more) {
        long there = em.createQuery("SELECT COUNT(s) FROM OwnStyle s WHERE s.userId = :user", Long.class)
                .setParameter("user", userId)
                .getSingleResult();
        if (there + more > StyleFile.MOST) {
            throw new ConflictException(
                    "You can have at most " + StyleFile.MOST + " styles and have " + there + "; delete some first.");
        }
    }

    private boolean sees(long userId, Long workspaceId) {
        try {
            return workspaceId != null && workspaces.get(userId, workspaceId) != null;
        } catch (NotFoundException absent) {
            return false;
        }
    }

    private void checkWorkspace(long userId, StyleFields fields) {
        if (fields.workspaceId() != null && !sees(userId, fields.workspaceId())) {
            throw new InvalidInputException("workspace_id", "must be one of yours");
        }
    }
}
