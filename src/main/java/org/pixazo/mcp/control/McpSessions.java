package org.pixazo.mcp.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pixazo.accounts.entity.Caller;

/**
 * The sessions of this server. Where a user has too many, or all have, those go that were not used for the longest time;
 * their clients are told to begin anew, as the protocol foresees.
 */
@ApplicationScoped
public class McpSessions {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_OF_A_USER = 20;
    private static final int MOST = 2_000;
    private static final Duration IDLE = Duration.ofHours(1);
    private static final int ID_BYTES = 24;

    private final Cache<String, McpSession> sessions = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(IDLE)
            .removalListener((String id, McpSession session, RemovalCause cause) -> session.close())
            .build();

    public McpSession open(Caller owner, String revision) {
        List<McpSession> own = sessions.asMap().values().stream()
                .filter(session -> session.owner().userId() == owner.userId())
                .sorted(Comparator.comparing(McpSession::usedAt))
                .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_A_USER + 1)).forEach(this::end);
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        McpSession session =
                new McpSession(Base64.getUrlEncoder().withoutPadding().encodeToString(id), owner, revision);
        sessions.put(session.id(), session);
        return session;
    }

    /** A session that was made with the same key. */
    public Optional<McpSession> find(Caller caller, String id) {
        Optional<McpSession> found = Optional.ofNullable(sessions.getIfPresent(id))
                .filter(session -> session.owner().keyId().equals(caller.keyId()));
        found.ifPresent(McpSession::used);
        return found;
    }

    public void end(McpSession session) {
        sessions.invalidate(session.id());
    }

    /** Ends the sessions of some callers. */
    void endWhere(Predicate<Caller> ends) {
        sessions.asMap().values().stream()
                .filter(session -> ends.test(session.owner()))
                .forEach(this::end);
    }
}
