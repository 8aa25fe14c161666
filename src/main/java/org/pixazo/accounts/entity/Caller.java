package org.pixazo.accounts.entity;

import java.util.Set;

/**
 * Who makes the present request.
 *
 * @param userId id of the user
 * @param username name of the user
 * @param role role of the user
 * @param scopes what the credentials open
 * @param keyId id of the API key; null for a session
 * @param models the only models that the credentials open; empty for all
 * @param limits how much the API key may be used; none for a session
 */
public record Caller(
        long userId, String username, Role role, Set<Scope> scopes, Long keyId, Set<String> models, KeyLimits limits) {

    /**
     * Who is behind work that goes on without a request; opens nothing.
     *
     * @param keyId id of the API key that began it; null for a session
     */
    public static Caller ofWork(long userId, Long keyId, KeyLimits limits) {
        return new Caller(userId, "", Role.USER, Set.of(), keyId, Set.of(), limits);
    }

    /** Whether a browser session, rather than an API key, made the request. */
    public boolean bySession() {
        return keyId == null;
    }

    /** Whether the caller may act as administrator with these credentials. */
    public boolean administrator() {
        return role == Role.ADMIN && scopes.contains(Scope.ADMIN);
    }

    /** Whether the credentials open the whole account, as a session does and a key without limits for which no scope is named. */
    public boolean unlimited() {
        return limits.none() && models.isEmpty() && scopes.containsAll(Scope.defaults());
    }

    /** Whether the credentials open a model. */
    public boolean mayUse(String model) {
        return models.isEmpty() || models.contains(model);
    }
}
