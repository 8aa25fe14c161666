package org.pixazo.monitoring.entity;

import jakarta.validation.constraints.NotNull;

/**
 * One thing that Pixazo needs, or could use.
 *
 * @param name {@code database}, {@code data_folder}, {@code shutdown}, {@code text_upstream}, {@code image_upstream} or
 *     {@code telegram}
 * @param status {@code up} or {@code down}; for upstreams {@code configured} or {@code not_configured}; for Telegram also
 *     {@code starting}, {@code unreachable}, {@code conflict} and {@code bad_token}
 * @param detail for people, free of secrets, hosts and paths
 */
public record Check(
        @NotNull String name,
        @NotNull String status,
        @NotNull String detail) {

    private static final String UP = "up";
    private static final String DOWN = "down";

    public static Check up(String name, String detail) {
        return new Check(name, UP, detail);
    }

    public static Check down(String name, String detail) {
        return new Check(name, DOWN, detail);
    }

    /** What works without it, so that it is never down. */
    public static Check optional(String name, boolean configured, String detail) {
        return new Check(name, configured ? "configured" : "not_configured", detail);
    }

    /** What Pixazo works without, in a state of its own; never {@code down}. */
    public static Check beside(String name, String state, String detail) {
        return new Check(name, state, detail);
    }

    /** Whether this alone keeps Pixazo from working. No {@code isDown}, which JSON would take for a field. */
    public boolean fatal() {
        return DOWN.equals(status);
    }
}
