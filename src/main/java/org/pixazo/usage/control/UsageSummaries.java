package org.pixazo.usage.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.schema.entity.Dollars;
import org.pixazo.usage.entity.UsageFilter;
import org.pixazo.usage.entity.UsageGroup;
import org.pixazo.usage.entity.UsageSum;

/** Sums of the ledger. In SQL, because JPA has no window functions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UsageSummaries {

    private static final int MOST_GROUPS = 1_000;
    private static final String ALL = "''";

    @PersistenceContext
    EntityManager em;

    /** By day the newest first, otherwise the largest first; at most 1,000. */
    public List<UsageSum> of(UsageFilter filter, UsageGroup by) {
        return sums(filter, expression(by), name(by), by == UsageGroup.DAY ? "1 DESC" : "3 DESC, 1");
    }

    /** All calls together. */
    public UsageSum total(UsageFilter filter) {
        return sums(filter, ALL, "NULL", "").get(0);
    }

    private List<UsageSum> sums(UsageFilter filter, String group, String name, String order) {
        UsageCondition condition = new UsageCondition(filter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = condition
                .bind(em.createNativeQuery("SELECT " + group + ", " + name + ", COUNT(*),"
                        + " SUM(CASE WHEN u.status IN ('failed', 'interrupted') THEN 1 ELSE 0 END),"
                        + " SUM(u.prompt_tokens), SUM(u.completion_tokens), SUM(u.images), SUM(u.cost),"
                        + " COUNT(*) - COUNT(u.cost), AVG(u.total_ms), AVG(u.first_token_ms)"
                        + " FROM usage u WHERE " + condition.sql()
                        + (group.equals(ALL) ? "" : " GROUP BY " + group + " ORDER BY " + order)))
                .setMaxResults(MOST_GROUPS)
                .getResultList();
        Map<String, Long> slowest = slowest(condition, group);
        return rows.stream().map(row -> sum(row, slowest, group.equals(ALL))).toList();
    }

    /** The 95th percentile by the nearest rank. */
    private Map<String, Long> slowest(UsageCondition condition, String group) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = condition
                .bind(em.createNativeQuery("SELECT r.grp, MIN(r.total_ms) FROM (SELECT " + group
                        + " AS grp, u.total_ms, ROW_NUMBER() OVER (PARTITION BY " + group
                        + " ORDER BY u.total_ms) AS place, COUNT(*) OVER (PARTITION BY " + group + ") AS of_all"
                        + " FROM usage u WHERE u.total_ms IS NOT NULL AND " + condition.sql()
                        + ") r WHERE r.place * 100 >= r.of_all * 95 GROUP BY r.grp"))
                .getResultList();
        Map<String, Long> times = new HashMap<>();
        rows.forEach(row -> times.put(text(row[0]), number(row[1])));
        return times;
    }

    private static UsageSum sum(Object[] row, Map<String, Long> slowest, boolean all) {
        return new UsageSum(
                all ? null : text(row[0]),
                text(row[1]),
                number(row[2]),
                count(row[3]),
                count(row[4]),
                count(row[5]),
                count(row[6]),
                Dollars.of(number(row[7])),
                number(row[8]),
                number(row[9]),
                slowest.get(text(row[0])),
                number(row[10]));
    }

    private static String expression(UsageGroup by) {
        return switch (by) {
            case DAY -> "SUBSTR(u.created_at, 1, 10)";
            case MODEL -> "u.model";
            case USER -> "u.user_id";
            case KEY -> "u.key_id";
            case CHANNEL -> "u.channel";
        };
    }

    private static String name(UsageGroup by) {
        return switch (by) {
            case USER -> "(SELECT w.username FROM users w WHERE w.id = u.user_id)";
            case KEY -> "(SELECT k.name FROM api_keys k WHERE k.id = u.key_id)";
            case DAY, MODEL, CHANNEL -> "NULL";
        };
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** The sum of nothing is null in SQL. */
    private static long count(Object value) {
        return value == null ? 0 : number(value);
    }

    private static Long number(Object value) {
        if (value instanceof Double || value instanceof BigDecimal decimal && decimal.scale() > 0) {
            return Math.round(((Number) value).doubleValue());
        }
        return value == null ? null : ((Number) value).longValue();
    }
}
