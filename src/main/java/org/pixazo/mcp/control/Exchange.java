package org.pixazo.mcp.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.mcp.entity.Change;
import org.pixazo.mcp.entity.Revision;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.mcp.entity.RpcMessage;
import tools.jackson.databind.JsonNode;

/** One request until it is answered. */
public final class Exchange {

    private final Caller caller;
    private final RpcMessage request;
    private final String revision;
    private final String baseUrl;
    private final McpSession session;
    private final List<Runnable> onCancel = new ArrayList<>();

    private Outlet outlet = Outlet.NONE;
    private Subscription subscription;
    private boolean cancelled;
    private boolean answered;
    private double progress;

    /**
     * @param revision of the protocol; null where the client did not say
     * @param baseUrl address under which the client reaches this server
     * @param session null where the client keeps none
     * @throws RpcException where the session has another request with the same id
     */
    public Exchange(Caller caller, RpcMessage request, String revision, String baseUrl, McpSession session) {
        this.caller = caller;
        this.request = request;
        this.revision = revision;
        this.baseUrl = baseUrl;
        this.session = session;
        if (session != null) {
            session.begin(this);
        }
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

    /** @throws RpcException where the client keeps no session */
    McpSession neededSession() {
        if (session == null) {
            throw RpcException.invalidRequest(request.method() + " needs a session; begin one with initialize.");
        }
        return session;
    }

    /** Makes the answer a stream of changes, which ends when the subscription does. */
    synchronized void subscribe(Subscription to) {
        subscription = to;
    }

    /** Whether the answer is a stream of changes. */
    public boolean listening() {
        return subscription != null;
    }

    /** Whether the client wants to hear of a change. */
    public boolean wants(Change change) {
        return subscription != null && subscription.covers(change);
    }

    /** Ends a stream of changes with its answer. */
    public void endListening() {
        subscription.end();
    }

    /** Where notifications go from now on. */
    public void connect(Outlet to) {
        synchronized (this) {
            outlet = to;
        }
        if (subscription != null) {
            to.notify(
                    "notifications/subscriptions/acknowledged",
                    subscription.marked(Map.of("notifications", subscription.filter())));
        }
    }

    /** Tells of a change on a stream of changes. */
    public void tell(Change change) {
        outlet.notify(change.method(), subscription.marked(change.params()));
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
    public void answered() {
        synchronized (this) {
            answered = true;
        }
        if (session != null) {
            session.end(this);
        }
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
