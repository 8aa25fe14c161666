package org.pixazo.accounts.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.accounts.entity.Session;
import org.pixazo.accounts.entity.User;
import org.pixazo.schema.entity.Timestamps;

/**
 * Tells who stands behind a token. Remembers it for some seconds, so that a busy client costs no query a request; what
 * ends here ends at once, on other nodes within those seconds.
 */
@ApplicationScoped
public class Authentication {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final Duration LAST_USE_PRECISION = Duration.ofMinutes(1);

    @Inject
    ApiKeyService keys;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    @Inject
    SessionService sessions;

    @Inject
    UserRepository users;

    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final Cache<Long, Boolean> usedLately =
            Caffeine.newBuilder().expireAfterWrite(LAST_USE_PRECISION).build();

    private record Known(Caller caller, Instant expiresAt) {}

    /** The caller behind an API key. */
    public Optional<Caller> byKey(String secret) {
        Optional<Caller> caller = remembered(
                "key " + Tokens.hash(secret),
                hash -> keys.findBySecret(secret)
                        .filter(key -> key.validAt(Timestamps.now()))
                        .flatMap(key ->
                                users.find(key.userId()).filter(User::active).map(user -> known(user, key)))
                        .orElse(null));
        caller.ifPresent(found -> noteUse(found.keyId()));
        return caller;
    }

    /** The caller behind a session's token. */
    public Optional<Caller> bySession(String token) {
        return remembered(
                "session " + Tokens.hash(token),
                hash -> sessions.find(token)
                        .filter(session -> session.validAt(Timestamps.now()))
                        .flatMap(session -> users.find(session.userId())
                                .filter(User::active)
                                .map(user -> known(user, session)))
                        .orElse(null));
    }

    /** Whether the API key of a caller still opens what it opened; for connections that stay open. */
    public boolean stillValid(Caller caller) {
        return keys.find(caller.keyId())
                .filter(key -> key.validAt(Timestamps.now()) && key.scopes().containsAll(caller.scopes()))
                .flatMap(key -> users.find(key.userId()))
                .filter(User::active)
                .isPresent();
    }

    /** Forgets what is remembered, because something ended or changed. */
    void forget() {
        known.invalidateAll();
    }

    /** Once a minute, and beside the request. */
    private void noteUse(long keyId) {
        if (usedLately.asMap().putIfAbsent(keyId, true) == null) {
            Instant now = Timestamps.now();
            executor.execute(() -> keys.used(keyId, now));
        }
    }

    private Optional<Caller> remembered(String token, Function<String, Known> look) {
        Known found = known.getIfPresent(token);
        if (found == null) {
            found = look.apply(token);
            if (found == null) {
                return Optional.empty();
            }
            known.put(token, found);
        }
        return found.expiresAt() != null && !Timestamps.now().isBefore(found.expiresAt())
                ? Optional.empty()
                : Optional.of(found.caller());
    }

    private static Known known(User user, ApiKey key) {
        return new Known(
                new Caller(user.id(), user.username(), user.role(), key.scopes(), key.id(), key.models(), key.limits()),
                key.expiresAt());
    }

    private static Known known(User user, Session session) {
        Set<Scope> all = EnumSet.allOf(Scope.class);
        return new Known(
                new Caller(user.id(), user.username(), user.role(), all, null, Set.of(), KeyLimits.NONE), null);
    }
}
