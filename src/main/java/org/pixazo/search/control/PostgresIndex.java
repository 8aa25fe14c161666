package org.pixazo.search.control;

import java.util.List;
import java.util.stream.Collectors;
import org.pixazo.search.entity.HitKind;
import org.pixazo.search.entity.Term;

/** PostgreSQL's {@code tsvector} under a GIN index. */
final class PostgresIndex implements SearchIndex {

    @Override
    public String table(HitKind kind) {
        return kind.word() + "s_search";
    }

    @Override
    public String key() {
        return "f.id";
    }

    @Override
    public String condition(HitKind kind, String parameter) {
        return "f.document @@ CAST(" + parameter + " AS tsquery)";
    }

    @Override
    public String match(long userId, List<Term> terms, boolean longer) {
        String own = "'@u" + userId + "'";
        if (terms.isEmpty()) {
            return own;
        }
        String exact = "(" + all(terms, false) + ")";
        return longer ? own + " & (" + all(terms, true) + ") & !" + exact : own + " & " + exact;
    }

    /** Terms hold letters and digits only, so that none can leave its quotes. */
    private static String all(List<Term> terms, boolean longer) {
        return terms.stream()
                .map(term -> term.words().stream().collect(Collectors.joining("' <-> '", "('", "'"))
                        + (SearchIndexes.goesOn(term, longer) ? ":*)" : ")"))
                .collect(Collectors.joining(" & "));
    }

    @Override
    public String clear(HitKind kind) {
        return "DELETE FROM " + table(kind);
    }

    @Override
    public String fill(HitKind kind) {
        return switch (kind) {
            case MESSAGE ->
                "INSERT INTO messages_search (id, document) SELECT m.id, search_document(w.user_id, m.content) FROM messages m"
                        + " JOIN chats c ON c.id = m.chat_id JOIN workspaces w ON w.id = c.workspace_id"
                        + " WHERE m.content <> '' AND m.id > ?1 AND m.id <= ?2 ON CONFLICT (id) DO NOTHING";
            case CHAT ->
                "INSERT INTO chats_search (id, document) SELECT c.id, search_document(w.user_id, c.name || ' ' || c.tags)"
                        + " FROM chats c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id > ?1 AND c.id <= ?2"
                        + " ON CONFLICT (id) DO NOTHING";
            case PROMPT ->
                "INSERT INTO prompts_search (id, document) SELECT p.id,"
                        + " search_document(p.user_id, p.title || ' ' || p.content || ' ' || p.tags)"
                        + " FROM prompts p WHERE p.id > ?1 AND p.id <= ?2 ON CONFLICT (id) DO NOTHING";
            case IMAGE ->
                "INSERT INTO images_search (id, document) SELECT i.id, search_document(i.user_id, i.prompt) FROM images i"
                        + " WHERE i.id > ?1 AND i.id <= ?2 ON CONFLICT (id) DO NOTHING";
        };
    }
}
