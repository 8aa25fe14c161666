package org.pixazo.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.IfMatch;
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
     * @param blocked whether it opens nothing for now
     */
    public record Grant(
            String name,
            Set<Scope> scopes,
            List<String> models,
            KeyLimits limits,
            Instant expiresAt,
            boolean blocked) {}

    /** A new key with its secret, which nobody can read again. */
    public record NewKey(ApiKey key, String secret) {}

    /**
     * Makes a key.
     *
     * @throws ForbiddenException where the caller would grant more than the own credentials open
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public NewKey create(Caller caller, Grant grant) {
        requireAsStrong(caller, grant.scopes(), grant.models());
        String secret = SECRET_PREFIX + Tokens.next();
        ApiKey key = new ApiKey(
                        caller.userId(),
                        grant.name(),
                        shown(secret),
                        Tokens.hash(secret),
                        grant.scopes(),
                        Timestamps.now())
                .limited(grant.expiresAt(), grant.models(), grant.limits())
                .blocked(grant.blocked());
        em.persist(key);
        return new NewKey(key, secret);
    }

    /**
     * Changes what a key opens, at once.
     *
     * @param change gives from the present key what it shall open
     * @throws NotFoundException where the caller has no such key
     * @throws ForbiddenException where the caller would grant more than the own credentials open
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ApiKey change(Caller caller, long keyId, IfMatch condition, Function<ApiKey, Grant> change) {
        ApiKey key = get(caller.userId(), keyId);
        condition.check(key.version());
        requireAsStrong(caller, key.scopes(), key.models());
        Grant grant = change.apply(key);
        requireAsStrong(caller, grant.scopes(), grant.models());
        key.change(grant.name(), grant.scopes())
                .limited(grant.expiresAt(), grant.models(), grant.limits())
                .blocked(grant.blocked());
        em.flush();
        authentication.forget();
        return key;
    }

    /**
     * Gives a key a new secret; the old one ends at once.
     *
     * @throws NotFoundException where the caller has no such key
     * @throws ForbiddenException where the key opens more than the caller's own credentials
     * @throws ConflictException where the settings provide the key
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public NewKey rotate(Caller caller, long keyId) {
        ApiKey key = get(caller.userId(), keyId);
        requireAsStrong(caller, key.scopes(), key.models());
        if (key.isProvisioned()) {
            throw new ConflictException("The setting PIXAZO_ADMIN_API_KEY provides this key; change it there.");
        }
        String secret = SECRET_PREFIX + Tokens.next();
        key.rotate(shown(secret), Tokens.hash(secret));
        em.flush();
        authentication.forget();
        return new NewKey(key, secret);
    }

    /** @throws NotFoundException where the user has no such key */
    public ApiKey get(long userId, long keyId) {
        ApiKey key = em.find(ApiKey.class, keyId);
        if (key == null || key.userId() != userId) {
            throw new NotFoundException("There is no API key " + keyId + ".");
        }
        return key;
    }

    private static void requireAsStrong(Caller caller, Set<Scope> scopes, Collection<String> models) {
        boolean weaker = !caller.scopes().containsAll(scopes)
                || scopes.contains(Scope.ADMIN) && !caller.administrator()
                || !caller.models().isEmpty()
                        && (models.isEmpty() || !caller.models().containsAll(models));
        if (weaker) {
            throw new ForbiddenException("A key cannot open more than the credentials that make or change it.");
        }
        if (!caller.limits().none()) {
            throw new ForbiddenException("A key with limits cannot make or change keys; log in, or use one without.");
        }
    }

    private static String shown(String secret) {
        return secret.substring(0, SHOWN_CHARACTERS);
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

    /**
     * Ends a key at once. A key may end itself.
     *
     * @throws NotFoundException where the caller has no such key
     * @throws ForbiddenException where the key opens more than the caller's own credentials
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(Caller caller, long keyId, IfMatch condition) {
        ApiKey key = get(caller.userId(), keyId);
        condition.check(key.version());
        if (!Objects.equals(caller.keyId(), keyId)) {
            requireAsStrong(caller, key.scopes(), key.models());
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

    /** A key, valid or not; empty where it is gone. */
    public Optional<ApiKey> find(long keyId) {
        return Optional.ofNullable(em.find(ApiKey.class, keyId));
    }

    /** The limits of a key; empty where it is gone. */
    public Optional<KeyLimits> limits(long keyId) {
        return find(keyId).map(ApiKey::limits);
    }

    /** Notes when a key was used. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void used(long keyId, Instant at) {
        em.createQuery("UPDATE ApiKey k SET k.lastUsedAt = :at, k.version = k.version WHERE k.id = :id")
                .setParameter("at", at)
                .setParameter("id", keyId)
                .executeUpdate();
    }
}
