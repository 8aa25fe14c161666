package org.pixazo.mcp.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.pixazo.mcp.entity.Change;

/**
 * Changes that a stream is still to tell. One that happens again before it is told is told once, and only one thread at a
 * time waits for a client. Thread-safe.
 */
final class Untold {

    private final OpenStream stream;
    private final Set<Change> changes = new LinkedHashSet<>();
    private boolean telling;

    Untold(OpenStream stream) {
        this.stream = stream;
    }

    void add(Change change, Executor executor) {
        synchronized (this) {
            changes.add(change);
            if (telling) {
                return;
            }
            telling = true;
        }
        executor.execute(this::tell);
    }

    private void tell() {
        for (List<Change> next = take(); !next.isEmpty(); next = take()) {
            next.forEach(stream::tell);
        }
    }

    private synchronized List<Change> take() {
        List<Change> taken = new ArrayList<>(changes);
        changes.clear();
        telling = !taken.isEmpty();
        return taken;
    }
}
