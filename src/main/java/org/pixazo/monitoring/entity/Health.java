package org.pixazo.monitoring.entity;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Whether Pixazo can work.
 *
 * @param status {@code up} or {@code down}
 * @param checks what that follows from
 */
public record Health(@NotNull String status, List<Check> checks) {

    public static Health of(List<Check> checks) {
        return new Health(checks.stream().anyMatch(Check::fatal) ? "down" : "up", checks);
    }

    /** Whether nothing is down. */
    public boolean good() {
        return "up".equals(status);
    }
}
