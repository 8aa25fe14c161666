package org.pixazo.search.control;

import java.util.List;
import java.util.stream.Collectors;
import org.pixazo.search.entity.HitKind;
import org.pixazo.search.entity.Term;

/** SQLite's FTS5. */
final class SqliteIndex implements SearchIndex {

    @Override
    public String table(HitKind kind) {
        return kind.word() + "s_fts";
    }

    @Override
    public String key() {
        return "f.rowid";
    }

    @Override
    public String condition(HitKind kind, String parameter) {
        return table(kind) + " MATCH " + parameter;
    }

    @Override
    public String match(long userId, List<Term> terms, boolean longer) {
        String own = "owner:\"u" + userId + "\"";
        if (terms.isEmpty()) {
            return own;
        }
        String exact = "- owner:(" + all(terms, false) + ")";
        return longer ? "(" + own + " AND - owner:(" + all(terms, true) + ")) NOT " + exact : own + " AND " + exact;
    }

    /** Terms hold letters and digits only, so that none can leave its quotes. */
    private static String all(List<Term> terms, boolean longer) {
        return terms.stream()
                .map(term ->
                        "\"" + String.join(" ", term.words()) + "\"" + (SearchIndexes.goesOn(term, longer) ? " *" : ""))
                .collect(Collectors.joining(" AND "));
    }

    @Override
    public String clear(HitKind kind) {
        return "INSERT INTO " + table(kind) + " (" + table(kind) + ") VALUES ('delete-all')";
    }

    @Override
    public String fill(HitKind kind) {
        return switch (kind) {
            case MESSAGE ->
                "INSERT INTO messages_fts (rowid, owner, content) SELECT m.id, 'u' || w.user_id, m.content FROM messages m"
                        + " JOIN chats c ON c.id = m.chat_id JOIN workspaces w ON w.id = c.workspace_id"
                        + " WHERE m.content <> '' AND m.id > ?1 AND m.id <= ?2 ORDER BY m.id";
            case CHAT ->
                "INSERT INTO chats_fts (rowid, owner, name, tags) SELECT c.id, 'u' || w.user_id, c.name, c.tags"
                        + " FROM chats c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id > ?1 AND c.id <= ?2 ORDER BY c.id";
            case PROMPT ->
                "INSERT INTO prompts_fts (rowid, owner, title, content, tags) SELECT p.id, 'u' || p.user_id, p.title,"
                        + " p.content, p.tags FROM prompts p WHERE p.id > ?1 AND p.id <= ?2 ORDER BY p.id";
            case IMAGE ->
                "INSERT INTO images_fts (rowid, owner, prompt) SELECT i.id, 'u' || i.user_id, i.prompt FROM images i"
                        + " WHERE i.id > ?1 AND i.id <= ?2 ORDER BY i.id";
        };
    }
}
