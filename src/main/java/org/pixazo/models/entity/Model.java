package org.pixazo.models.entity;

import jakarta.validation.constraints.NotNull;

/**
 * A model as clients see it.
 *
 * @param id name in requests
 * @param name for people
 * @param kind {@code text} or {@code image}
 * @param provider who answers
 * @param available whether the caller can use it now
 * @param reason why not, and what to do; null for an available one
 * @param price for people; null where it is unknown
 * @param prices as figures; null where they are unknown
 * @param description one sentence; null where there is none
 * @param limits only for image models
 * @param defaults only for image models
 */
public record Model(
        @NotNull String id,
        @NotNull String name,
        @NotNull String kind,
        @NotNull String provider,
        boolean available,
        String reason,
        String price,
        ModelPrice prices,
        String description,
        ImageLimits limits,
        ImageDefaults defaults) {}
