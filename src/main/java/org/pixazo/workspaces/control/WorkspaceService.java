package org.pixazo.workspaces.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.entity.Workspace;
import org.pixazo.workspaces.entity.WorkspaceDeleted;
import org.pixazo.workspaces.entity.WorkspaceFields;

/** Workspaces come, change and go; each belongs to one user, and to others it does not exist. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WorkspaceService {

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<WorkspaceDeleted> deleted;

    /** Newest first. */
    public Page<Workspace> list(long userId, PageRequest page) {
        List<Workspace> rows = em.createQuery(
                        "SELECT w FROM Workspace w WHERE w.userId = :user AND w.id < :after ORDER BY w.id DESC",
                        Workspace.class)
                .setParameter("user", userId)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return page.page(rows, Workspace::id);
    }

    /** @throws NotFoundException where the user has no such workspace */
    public Workspace get(long userId, long id) {
        Workspace workspace = em.find(Workspace.class, id);
        if (workspace == null || !workspace.belongsTo(userId)) {
            throw new NotFoundException("There is no workspace " + id + ".");
        }
        return workspace;
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Workspace create(long userId, WorkspaceFields fields) {
        Workspace workspace = new Workspace(userId, fields, Timestamps.now());
        em.persist(workspace);
        return workspace;
    }

    /** @param change makes the new fields from the present ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Workspace change(long userId, long id, IfMatch condition, UnaryOperator<WorkspaceFields> change) {
        Workspace workspace = get(userId, id);
        condition.check(workspace.version());
        workspace.change(change.apply(workspace.fields()), Timestamps.now());
        em.flush();
        return workspace;
    }

    /** Removes the workspace with its chats, messages, images and files; prompts stay without a workspace. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, long id, IfMatch condition) {
        Workspace workspace = get(userId, id);
        condition.check(workspace.version());
        deleted.fire(new WorkspaceDeleted(id, userId));
        em.remove(workspace);
    }
}
