package org.pixazo.monitoring.control;

import java.util.Set;

/** Names of routes in metrics: few, however many different requests come. */
public final class Routes {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Routes() {}

    /** {@code chats} and <code>{id:\\d+}/messages</code> give <code>/chats/{id}/messages</code>. */
    public static String template(String typePath, String methodPath) {
        String joined = "/" + typePath + "/" + methodPath;
        return joined.replaceAll("\\{\\s*(\\w[\\w.-]*)\\s*(:[^{}]*(\\{[^{}]*\\}[^{}]*)*)?\\}", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }

    /**
     * The route of a request.
     *
     * @param servletPattern to what the servlet is mapped, as in {@code /api/*}; may be null
     * @param template of the resource method below it, or null where none answers
     */
    public static String of(String servletPattern, String template) {
        String pattern = servletPattern == null || servletPattern.isEmpty() ? "/" : servletPattern;
        return template == null ? pattern : pattern.replaceAll("/\\*$", "") + template;
    }

    /** The method, or {@code OTHER} for one that HTTP does not know. */
    public static String method(String method) {
        return METHODS.contains(method) ? method : "OTHER";
    }
}
