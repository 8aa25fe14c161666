package org.pixazo.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** API keys come and go. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ApiKeyService {

    private static final String SECRET_PREFIX = "pxz_";
    private static final int SHOWN_CHARACTERS = 12;

    @PersistenceContext
    EntityManager em;

    @Inject
    Authentication authentication;

    /**
     * What a new key shall open.
     *
     * @param scopes never empty
     * @param models the only models; empty for all
     * @param expiresAt null for never
     */
    public record Grant(String name, Set<Scope> scopes, List<String> models, KeyLimits limits, Instant expiresAt) {}

    /** A new key with its secret, which nobody can read again. */
    public record NewKey(ApiKey key, String secret) {}

    /**
     * Makes a key.
     *
     * @throws ForbiddenException where the caller would grant more than the own credentials open
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public NewKey create(Caller caller, Grant grant) {
        if (!caller.scopes().containsAll(grant.scopes())
                || grant.scopes().contains(Scope.ADMIN) && !caller.administrator()
                || !caller.models().isEmpty() && !caller.models().containsAll(grant.models())
                || !caller.models().isEmpty() && grant.models().isEmpty()) {
            throw new ForbiddenException("A key cannot open more than the credentials that make it.");
        }
        String secret = SECRET_PREFIX + Tokens.next();
        ApiKey key = new ApiKey(
                        caller.userId(),
                        grant.name(),
                        secret.substring(0, SHOWN_CHARACTERS),
                        Tokens.hash(secret),
                        grant.scopes(),
                        Timestamps.now())
                .limited(grant.expiresAt(), grant.models(), grant.limits());
        em.persist(key);
        return new NewKey(key, secret);
    }

    /** Newest first. */
    public Page<ApiKey> list(long userId, PageRequest page) {
        List<ApiKey> rows = em.createQuery(
                        "SELECT k FROM ApiKey k WHERE k.userId = :user AND k.id < :after ORDER BY k.id DESC",
                        ApiKey.class)
                .setParameter("user", userId)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return page.page(rows, ApiKey::id);
    }

    /** @throws NotFoundException where the user has no such key */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, long keyId) {
        ApiKey key = em.find(ApiKey.class, keyId);
        if (key == null || key.userId() != userId) {
            throw new NotFoundException("There is no API key " + keyId + ".");
        }
        em.remove(key);
        authentication.forget();
    }

    /** Makes the key that the settings provide valid for a user, and an earlier provided one invalid. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void provision(long userId, String secret) {
        String hash = Tokens.hash(secret);
        Optional<ApiKey> present = findBySecret(secret);
        if (present.isPresent() && present.get().userId() == userId) {
            return;
        }
        em.createQuery("DELETE FROM ApiKey k WHERE k.provisioned = true OR k.secretHash = :hash")
                .setParameter("hash", hash)
                .executeUpdate();
        String shown = secret.substring(0, Math.min(SHOWN_CHARACTERS, secret.length() / 4));
        em.persist(new ApiKey(
                        userId,
                        "provisioned (PIXAZO_ADMIN_API_KEY)",
                        shown,
                        hash,
                        java.util.EnumSet.allOf(Scope.class),
                        Timestamps.now())
                .provisioned());
        authentication.forget();
    }

    /** The key of a secret, valid or not. */
    public Optional<ApiKey> findBySecret(String secret) {
        return em.createQuery("SELECT k FROM ApiKey k WHERE k.secretHash = :hash", ApiKey.class)
                .setParameter("hash", Tokens.hash(secret))
                .getResultStream()
                .findFirst();
    }

    /** Notes when a key was used. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void used(long keyId, Instant at) {
        em.createQuery("UPDATE ApiKey k SET k.lastUsedAt = :at WHERE k.id = :id")
                .setParameter("at", at)
                .setParameter("id", keyId)
                .executeUpdate();
    }
}
