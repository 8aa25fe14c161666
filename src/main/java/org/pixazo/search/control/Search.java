package org.pixazo.search.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.Message;
import org.pixazo.images.entity.Image;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.search.entity.Hit;
import org.pixazo.search.entity.Snippet;

/** Looks through what a caller may see: all words must stand in one text. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Search {

    private static final int TITLE = 80;

    @PersistenceContext
    EntityManager em;

    /** Newest first; of each kind only where the caller's credentials open it. */
    public List<Hit> find(Caller caller, WordSearch words, int limit) {
        List<Hit> hits = new ArrayList<>();
        if (caller.scopes().contains(Scope.CHAT)) {
            hits.addAll(chats(caller.userId(), words, limit));
            hits.addAll(messages(caller.userId(), words, limit));
        }
        if (caller.scopes().contains(Scope.PROMPTS)) {
            hits.addAll(prompts(caller.userId(), words, limit));
        }
        if (caller.scopes().contains(Scope.IMAGES)) {
            hits.addAll(images(caller.userId(), words, limit));
        }
        return hits.stream()
                .sorted(Comparator.comparing(Hit::createdAt)
                        .thenComparing(Hit::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private List<Hit> chats(long userId, WordSearch words, int limit) {
        return rows(
                        "SELECT c FROM Chat c, Workspace w WHERE w.id = c.workspaceId AND w.userId = :user"
                                + words.condition("c.name") + " ORDER BY c.createdAt DESC, c.id DESC",
                        Chat.class,
                        userId,
                        words,
                        limit)
                .map(chat -> new Hit(
                        "chat",
                        chat.id(),
                        chat.workspaceId(),
                        chat.id(),
                        chat.name(),
                        Snippet.of(chat.name(), words.words()),
                        chat.createdAt()))
                .toList();
    }

    private List<Hit> messages(long userId, WordSearch words, int limit) {
        return rows(
                        "SELECT m, c FROM Message m, Chat c, Workspace w WHERE c.id = m.chatId AND w.id = c.workspaceId"
                                + " AND w.userId = :user" + words.condition("m.content")
                                + " ORDER BY m.createdAt DESC, m.id DESC",
                        Object[].class,
                        userId,
                        words,
                        limit)
                .map(row -> message((Message) row[0], (Chat) row[1], words))
                .toList();
    }

    private static Hit message(Message message, Chat chat, WordSearch words) {
        return new Hit(
                "message",
                message.id(),
                chat.workspaceId(),
                chat.id(),
                chat.name(),
                Snippet.of(message.content(), words.words()),
                message.createdAt());
    }

    private List<Hit> prompts(long userId, WordSearch words, int limit) {
        return rows(
                        "SELECT p FROM Prompt p WHERE p.userId = :user"
                                + words.condition(List.of("p.title", "p.content"), List.of("p.tags"))
                                + " ORDER BY p.createdAt DESC, p.id DESC",
                        Prompt.class,
                        userId,
                        words,
                        limit)
                .map(prompt -> new Hit(
                        "prompt",
                        prompt.id(),
                        prompt.workspaceId(),
                        null,
                        prompt.title(),
                        Snippet.of(prompt.content(), words.words()),
                        prompt.createdAt()))
                .toList();
    }

    private List<Hit> images(long userId, WordSearch words, int limit) {
        return rows(
                        "SELECT i FROM Image i WHERE i.place.userId = :user AND i.deletedAt IS NULL"
                                + words.condition("i.spec.prompt") + " ORDER BY i.createdAt DESC, i.id DESC",
                        Image.class,
                        userId,
                        words,
                        limit)
                .map(image -> new Hit(
                        "image",
                        image.id(),
                        image.place().workspaceId(),
                        image.place().chatId(),
                        Snippet.beginning(image.spec().prompt(), TITLE),
                        Snippet.of(image.spec().prompt(), words.words()),
                        image.createdAt()))
                .toList();
    }

    private <T> Stream<T> rows(String jpql, Class<T> type, long userId, WordSearch words, int limit) {
        TypedQuery<T> query = em.createQuery(jpql, type).setParameter("user", userId);
        words.bind(query);
        return query.setMaxResults(limit).getResultList().stream();
    }
}
