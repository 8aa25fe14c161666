package org.pixazo.mcp.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.monitoring.control.Metrics;

/**
 * The sessions of this server. Where a user has too many, or all have, those go that were not used for the longest time;
 * their clients are told to begin anew, as the protocol foresees.
 */
@ApplicationScoped
public class McpSessions {

    /** Name of the header that says in which session a request is sent. */
    public static final String HEADER = "Mcp-Session-Id";

    private static final int NOT_FOUND = 404;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_OF_A_USER = 20;
    private static final int MOST = 2_000;
    private static final Duration IDLE = Duration.ofHours(1);
    private static final int ID_BYTES = 24;

    @Inject
    Metrics metrics;

    private final Cache<String, McpSession> sessions = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(IDLE)
            .removalListener((String id, McpSession session, RemovalCause cause) -> session.close())
            .build();

    @PostConstruct
    void measure() {
        metrics.gauge("mcp.sessions", "Sessions of the MCP server", sessions::estimatedSize);
    }

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

    /**
     * The session in which a request is sent.
     *
     * @return empty where its client keeps none
     * @throws RpcException where there is no such session, or not with this key
     */
    public Optional<McpSession> of(HttpServletRequest request, Caller caller) {
        String id = request.getHeader(HEADER);
        return id == null
                ? Optional.empty()
                : Optional.of(find(caller, id)
                        .orElseThrow(() -> new RpcException(
                                RpcException.REFUSED,
                                NOT_FOUND,
                                "This session has ended. Begin a new one with initialize.",
                                null)));
    }

    private Optional<McpSession> find(Caller caller, String id) {
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
