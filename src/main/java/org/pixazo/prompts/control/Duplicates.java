package org.pixazo.prompts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.prompts.entity.ContentKey;
import org.pixazo.prompts.entity.Prompt;

/** Finds prompts of a library that have the same content. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Duplicates {

    @PersistenceContext
    EntityManager em;

    /**
     * Ids of all prompts of a user that have the contents of some, by the key of the content.
     *
     * @param prompts of that user, at most some hundred
     */
    public Map<String, List<Long>> of(long userId, Collection<Prompt> prompts) {
        Map<String, List<Long>> ids = new HashMap<>();
        List<String> keys = prompts.stream().map(Duplicates::key).distinct().toList();
        if (keys.isEmpty()) {
            return ids;
        }
        em.createQuery(
                        "SELECT p.contentKey, p.id FROM Prompt p WHERE p.userId = :user AND p.contentKey IN :keys"
                                + " ORDER BY p.id",
                        Object[].class)
                .setParameter("user", userId)
                .setParameter("keys", keys)
                .getResultStream()
                .forEach(row -> ids.computeIfAbsent((String) row[0], key -> new ArrayList<>())
                        .add((Long) row[1]));
        return ids;
    }

    /** Ids of the other prompts that have the content of one, oldest first. */
    public static List<Long> others(Prompt prompt, Map<String, List<Long>> found) {
        return found.getOrDefault(key(prompt), List.of()).stream()
                .filter(id -> id != prompt.id())
                .toList();
    }

    /** Whether a user has a prompt with such a content. */
    public boolean has(long userId, String contentKey) {
        return !em.createQuery("SELECT p.id FROM Prompt p WHERE p.userId = :user AND p.contentKey = :key", Long.class)
                .setParameter("user", userId)
                .setParameter("key", contentKey)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Gives their keys to the prompts of a user that were saved before there were keys. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void complete(long userId) {
        em.createQuery(
                        "SELECT p.id, p.content FROM Prompt p WHERE p.userId = :user AND p.contentKey IS NULL",
                        Object[].class)
                .setParameter("user", userId)
                .getResultList()
                .forEach(row -> em.createQuery(
                                "UPDATE Prompt p SET p.contentKey = :key, p.version = p.version WHERE p.id = :id")
                        .setParameter("key", ContentKey.of((String) row[1]))
                        .setParameter("id", row[0])
                        .executeUpdate());
    }

    private static String key(Prompt prompt) {
        return prompt.contentKey() == null ? ContentKey.of(prompt.content()) : prompt.contentKey();
    }
}
