package org.pixazo.mcp.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.pixazo.accounts.control.Authentication;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.Change;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.web.entity.ShutdownStarted;

/** The responses that are open at the moment. */
@ApplicationScoped
public class OpenStreams {

    @Inject
    Authentication authentication;

    @Inject
    McpSessions sessions;

    @Inject
    Metrics metrics;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final Map<OpenStream, Untold> open = new ConcurrentHashMap<>();

    @PostConstruct
    void measure() {
        metrics.gauge("mcp.streams", "Open responses of the MCP server", open::size);
    }

    public void add(OpenStream stream) {
        open.put(stream, new Untold(stream));
    }

    public void remove(OpenStream stream) {
        open.remove(stream);
    }

    /** Keeps connections awake, and ends what stays open for a key that has ended. */
    public void beat() {
        Map<Long, Boolean> valid = new HashMap<>();
        Predicate<Caller> over =
                caller -> !valid.computeIfAbsent(caller.keyId(), key -> authentication.stillValid(caller));
        sessions.endWhere(over);
        for (OpenStream stream : open.keySet()) {
            executor.execute(over.test(stream.caller()) ? stream::end : stream::alive);
        }
    }

    /** Tells all of a user's streams that want to hear of a change. */
    void tell(long userId, Change change) {
        tell(change, stream -> stream.caller().userId() == userId);
    }

    /** Tells all streams that want to hear of a change; only for one that names a resource, which is somebody's. */
    void tellAll(Change change) {
        tell(change, stream -> true);
    }

    private void tell(Change change, Predicate<OpenStream> to) {
        open.forEach((stream, untold) -> {
            if (to.test(stream) && stream.wants(change)) {
                untold.add(change, executor);
            }
        });
    }

    /** How many streams without end a user has. */
    long endless(long userId) {
        return open.keySet().stream()
                .filter(stream -> stream.endless() && stream.caller().userId() == userId)
                .count();
    }

    void shutdown(@Observes ShutdownStarted event) {
        open.keySet().stream().filter(OpenStream::endless).forEach(OpenStream::end);
    }
}
