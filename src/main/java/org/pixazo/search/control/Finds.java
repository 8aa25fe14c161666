package org.pixazo.search.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pixazo.schema.entity.InstantText;
import org.pixazo.search.entity.Find;
import org.pixazo.search.entity.HitKind;
import org.pixazo.search.entity.SearchQuery;
import org.pixazo.search.entity.Term;
import org.pixazo.search.entity.Words;

/** Asks the index. By SQL, because JPQL knows no index of words. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Finds {

    /** How much of a text counts for its place. */
    private static final int LOOKED_AT = 4000;

    @PersistenceContext
    EntityManager em;

    @Inject
    SearchIndexes indexes;

    /**
     * What a user has that fits, latest stored first.
     *
     * @param longer whether words are looked for that only begin like those given
     * @param below id below which is looked
     * @param workspaces ids of the only ones; null for all
     */
    public List<Find> latest(
            long userId,
            HitKind kind,
            SearchQuery query,
            boolean longer,
            long below,
            List<Long> workspaces,
            int limit) {
        if (!query.tags().isEmpty() && kind == HitKind.IMAGE || !query.models().isEmpty() && kind == HitKind.PROMPT) {
            return List.of();
        }
        SearchIndex index = indexes.get();
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(select(kind, index));
        List<Term> words = query.terms().stream().filter(term -> !term.piece()).toList();
        sql.append(" AND ").append(index.condition(kind, parameter(values, index.match(userId, words, longer))));
        sql.append(" AND ").append(index.key()).append(" < ").append(parameter(values, below));
        sql.append(" AND ").append(owner(kind)).append(" = ").append(parameter(values, userId));
        for (Term term : query.terms()) {
            if (term.piece()) {
                String pattern = parameter(values, pattern(term.text()));
                sql.append(texts(kind).stream()
                        .map(column -> column + " LIKE " + pattern + " ESCAPE '!'")
                        .collect(Collectors.joining(" OR ", " AND (", ")")));
            }
        }
        for (String model : query.models()) {
            sql.append(" AND lower(")
                    .append(model(kind))
                    .append(") LIKE ")
                    .append(parameter(values, pattern(model.toLowerCase(Locale.ROOT))))
                    .append(" ESCAPE '!'");
        }
        for (String tag : query.tags()) {
            String written = org.pixazo.web.control.Json.write(tag);
            sql.append(" AND (")
                    .append(tags(kind))
                    .append(" LIKE ")
                    .append(parameter(values, pattern(written)))
                    .append(" ESCAPE '!' OR lower(")
                    .append(tags(kind))
                    .append(") LIKE ")
                    .append(parameter(values, pattern(written.toLowerCase(Locale.ROOT))))
                    .append(" ESCAPE '!')");
        }
        if (query.before() != null) {
            sql.append(" AND t.created_at < ").append(parameter(values, InstantText.of(query.before())));
        }
        if (query.after() != null) {
            sql.append(" AND t.created_at >= ").append(parameter(values, InstantText.of(query.after())));
        }
        if (workspaces != null) {
            sql.append(" AND ")
                    .append(workspace(kind))
                    .append(workspaces.stream()
                            .map(id -> parameter(values, id))
                            .collect(Collectors.joining(", ", " IN (", ")")));
        }
        sql.append(" ORDER BY ").append(index.key()).append(" DESC LIMIT ").append(limit);
        return rows(sql.toString(), values).stream().map(row -> find(kind, row)).toList();
    }

    /** The whole text of something found. */
    public String text(Find find) {
        String column = texts(find.kind()).get(texts(find.kind()).size() - 1);
        return (String)
                rows("SELECT " + column + ", 1 FROM " + find.kind().word() + "s t WHERE t.id = ?1", List.of(find.id()))
                        .stream()
                        .findFirst()
                        .map(row -> row[0])
                        .orElse(find.text());
    }

    /** Ids of the workspaces of a user that are called by id or by a part of their name. */
    public List<Long> workspaces(long userId, List<String> called) {
        return rows("SELECT w.id, w.name FROM workspaces w WHERE w.user_id = ?1", List.of(userId)).stream()
                .filter(row -> called.stream()
                        .allMatch(name -> name.equals(row[0].toString())
                                || Words.folded((String) row[1]).contains(Words.folded(name))))
                .map(row -> ((Number) row[0]).longValue())
                .toList();
    }

    /** CROSS keeps SQLite from beginning with another table than the index. */
    private static String select(HitKind kind, SearchIndex index) {
        String from = " FROM " + index.table(kind) + " f CROSS JOIN " + kind.word() + "s t";
        String same = " WHERE t.id = " + index.key();
        return switch (kind) {
            case MESSAGE ->
                "SELECT t.id, c.workspace_id, c.id AS chat, c.name, substr(t.content, 1, " + LOOKED_AT
                        + "), t.created_at" + from
                        + " CROSS JOIN chats c CROSS JOIN workspaces w" + same
                        + " AND c.id = t.chat_id AND w.id = c.workspace_id";
            case CHAT ->
                "SELECT t.id, t.workspace_id, t.id AS chat, t.name, t.name AS content, t.created_at" + from
                        + " CROSS JOIN workspaces w" + same + " AND w.id = t.workspace_id";
            case PROMPT ->
                "SELECT t.id, t.workspace_id, NULL, t.title, substr(t.content, 1, " + LOOKED_AT + "), t.created_at"
                        + from + same;
            case IMAGE ->
                "SELECT t.id, t.workspace_id, t.chat_id, NULL, substr(t.prompt, 1, " + LOOKED_AT + "), t.created_at"
                        + from + same + " AND t.deleted_at IS NULL";
        };
    }

    private static String owner(HitKind kind) {
        return kind == HitKind.MESSAGE || kind == HitKind.CHAT ? "w.user_id" : "t.user_id";
    }

    private static String workspace(HitKind kind) {
        return kind == HitKind.MESSAGE ? "c.workspace_id" : "t.workspace_id";
    }

    private static String model(HitKind kind) {
        return "t.model";
    }

    private static String tags(HitKind kind) {
        return kind == HitKind.MESSAGE ? "c.tags" : "t.tags";
    }

    private static List<String> texts(HitKind kind) {
        return switch (kind) {
            case MESSAGE -> List.of("t.content");
            case CHAT -> List.of("t.name");
            case PROMPT -> List.of("t.title", "t.content");
            case IMAGE -> List.of("t.prompt");
        };
    }

    private static Find find(HitKind kind, Object[] row) {
        return new Find(
                kind,
                ((Number) row[0]).longValue(),
                id(row[1]),
                id(row[2]),
                (String) row[3],
                (String) row[4],
                InstantText.parse((String) row[5]),
                0);
    }

    private static Long id(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    private static String parameter(List<Object> values, Object value) {
        values.add(value);
        return "?" + values.size();
    }

    private static String pattern(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, List<Object> values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.getResultList();
    }
}
