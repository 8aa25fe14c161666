package org.pixazo.usage.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pixazo.schema.control.Node;
import org.pixazo.usage.entity.KeyUse;
import org.pixazo.usage.entity.UsageEntry;
import org.pixazo.usage.entity.UsageFilter;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Queries of the ledger, and what is mended in it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UsageRepository {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** No call of another server lasts so long. */
    private static final Duration DEAD = Duration.ofDays(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Node node;

    /** Newest first. */
    public Page<UsageEntry> list(UsageFilter filter, PageRequest page) {
        UsageCondition condition = new UsageCondition(filter).and("u.id <", page.after());
        @SuppressWarnings("unchecked")
        List<UsageEntry> found = condition
                .bind(em.createNativeQuery(
                        "SELECT u.* FROM usage u WHERE " + condition.sql() + " ORDER BY u.id DESC", UsageEntry.class))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return page.page(found, UsageEntry::id);
    }

    /** How much a key was used until now. */
    public KeyUse useOf(long keyId, Instant now) {
        Instant month = YearMonth.from(now.atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        Object[] sums = em.createQuery(
                        "SELECT SUM(u.promptTokens + u.completionTokens), SUM(u.cost) FROM UsageEntry u"
                                + " WHERE u.keyId = :key AND u.createdAt >= :since",
                        Object[].class)
                .setParameter("key", keyId)
                .setParameter("since", month)
                .getSingleResult();
        List<UsageEntry> minute = em.createQuery(
                        "SELECT u FROM UsageEntry u WHERE u.keyId = :key AND u.createdAt > :since"
                                + " ORDER BY u.createdAt",
                        UsageEntry.class)
                .setParameter("key", keyId)
                .setParameter("since", now.minus(MINUTE))
                .getResultList();
        return new KeyUse(
                minute.size(),
                minute.stream()
                        .mapToLong(row -> row.promptTokens() + row.completionTokens())
                        .sum(),
                minute.isEmpty() ? null : minute.get(0).createdAt(),
                number(sums[0]),
                number(sums[1]));
    }

    /** The call that was reserved for a job and not settled. */
    public Optional<UsageEntry> runningOf(long jobId) {
        return em.createQuery(
                        "SELECT u FROM UsageEntry u WHERE u.jobId = :job AND u.status = 'running'", UsageEntry.class)
                .setParameter("job", jobId)
                .getResultStream()
                .findFirst();
    }

    /** Marks what this server left behind when it died; what belongs to a job is taken up with the job. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int interrupt() {
        return em.createQuery("UPDATE UsageEntry u SET u.status = 'interrupted'"
                        + " WHERE u.status = 'running' AND (u.node = :node AND u.jobId IS NULL OR u.createdAt < :dead)")
                .setParameter("node", node.name())
                .setParameter("dead", Instant.now().minus(DEAD))
                .executeUpdate();
    }

    private static long number(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
