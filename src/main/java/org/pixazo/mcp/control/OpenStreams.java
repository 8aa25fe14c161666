package org.pixazo.mcp.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.pixazo.accounts.control.Authentication;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.prompts.entity.PromptsChanged;
import org.pixazo.web.entity.ShutdownStarted;

/** The responses that are open at the moment. */
@ApplicationScoped
public class OpenStreams {

    @Inject
    Authentication authentication;

    @Inject
    McpSessions sessions;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();

    public void add(OpenStream stream) {
        open.add(stream);
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
        for (OpenStream stream : open) {
            executor.execute(over.test(stream.caller()) ? stream::close : stream::alive);
        }
    }

    void promptsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PromptsChanged event) {
        open.stream()
                .filter(stream -> stream.endless() && stream.caller().userId() == event.userId())
                .forEach(stream -> executor.execute(stream::promptsChanged));
    }

    /** How many streams without end a user has. */
    long endless(long userId) {
        return open.stream()
                .filter(stream -> stream.endless() && stream.caller().userId() == userId)
                .count();
    }

    void shutdown(@Observes ShutdownStarted event) {
        open.stream().filter(OpenStream::endless).forEach(OpenStream::close);
    }
}
