package org.pixazo.mcp.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.Revision;
import org.pixazo.mcp.entity.RpcMessage;
import tools.jackson.databind.JsonNode;

/** One request until it is answered. */
public final class Exchange {

    private final Caller caller;
    private final RpcMessage request;
    private final String revision;
    private final String baseUrl;
    private final List<Runnable> onCancel = new ArrayList<>();

    private Outlet outlet = Outlet.NONE;
    private Runnable onConnect = () -> {};
    private boolean listening;
    private boolean cancelled;
    private boolean answered;
    private double progress;

    /**
     * @param revision of the protocol; null where the client did not say
     * @param baseUrl address under which the client reaches this server
     */
    public Exchange(Caller caller, RpcMessage request, String revision, String baseUrl) {
        this.caller = caller;
        this.request = request;
        this.revision = revision;
        this.baseUrl = baseUrl;
    }

    public Caller caller() {
        return caller;
    }

    public RpcMessage request() {
        return request;
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** Whether the client understands links to resources in the answers of tools. */
    public boolean takesLinks() {
        return revision == null || revision.compareTo(Revision.LINKS) >= 0;
    }

    /** Whether each request stands for itself. */
    public boolean stateless() {
        return Revision.STATELESS.equals(revision);
    }

    /** Where notifications go from now on. */
    public void connect(Outlet to) {
        Runnable first;
        synchronized (this) {
            outlet = to;
            first = onConnect;
        }
        first.run();
    }

    /** Makes the answer a stream of changes, which never comes to an end by itself. */
    synchronized void listen(boolean toPrompts, Runnable whenConnected) {
        listening = toPrompts;
        onConnect = whenConnected;
    }

    /** Whether the client wants to hear when its prompts change. */
    public synchronized boolean listening() {
        return listening;
    }

    /** Tells the client something that is no progress. */
    public void notify(String method, Map<String, Object> params) {
        Outlet to;
        synchronized (this) {
            to = outlet;
        }
        to.notify(method, params);
    }

    /**
     * Tells how far it is, where the client wants to know.
     *
     * @param done has no effect where it is not more than before
     * @param total null where it is unknown
     */
    public void progress(double done, Double total, String message) {
        JsonNode token = request.meta().path("progressToken");
        if (!token.isString() && !token.isIntegralNumber()) {
            return;
        }
        Outlet to;
        synchronized (this) {
            if (done <= progress) {
                return;
            }
            progress = done;
            to = outlet;
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("progressToken", token);
        params.put("progress", done);
        if (total != null) {
            params.put("total", total);
        }
        params.put("message", message);
        to.notify("notifications/progress", params);
    }

    /** @param action is done at once where the client has cancelled already */
    public void whenCancelled(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                onCancel.add(action);
                return;
            }
        }
        action.run();
    }

    /** The answer is there: it is too late to cancel. */
    public synchronized void answered() {
        answered = true;
    }

    /** The client does not want the answer any more. */
    public void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (cancelled || answered) {
                return;
            }
            cancelled = true;
            actions = List.copyOf(onCancel);
        }
        actions.forEach(Runnable::run);
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** Takes notifications to the client. */
    public interface Outlet {

        Outlet NONE = (method, params) -> {};

        void notify(String method, Map<String, Object> params);
    }
}
