package org.pixazo.prompts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptVersion;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** What prompts were after each save. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PromptVersions {

    @PersistenceContext
    EntityManager em;

    @Inject
    PromptRepository prompts;

    /**
     * Newest first.
     *
     * @throws NotFoundException where the user has no such prompt
     */
    public Page<PromptVersion> list(long userId, long promptId, PageRequest page) {
        Prompt prompt = prompts.get(userId, promptId);
        return page.page(
                em.createQuery(
                                "SELECT v FROM PromptVersion v WHERE v.promptId = :prompt AND v.id < :after ORDER BY v.id DESC",
                                PromptVersion.class)
                        .setParameter("prompt", prompt.id())
                        .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after())
                        .setMaxResults(page.limit() + 1)
                        .getResultList(),
                PromptVersion::id);
    }

    /** @throws NotFoundException where the user has no such prompt, or it no such version */
    public PromptVersion get(long userId, long promptId, long number) {
        Prompt prompt = prompts.get(userId, promptId);
        return em.createQuery(
                        "SELECT v FROM PromptVersion v WHERE v.promptId = :prompt AND v.number = :number",
                        PromptVersion.class)
                .setParameter("prompt", prompt.id())
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Prompt " + promptId + " has no version " + number + "."));
    }

    /**
     * Makes a prompt say again what it said in a version. That is a new version, so that nothing between is lost; where the
     * prompt says so already, it stays.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Prompt restore(long userId, long promptId, long number, IfMatch condition) {
        PromptVersion version = get(userId, promptId, number);
        return prompts.change(userId, promptId, condition, version::over);
    }
}
