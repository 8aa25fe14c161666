package org.pixazo.images.entity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Several pictures of a person; those that the person does not have are passed over.
 *
 * @param ids 1 to 500
 */
public record ImageIds(
        @NotNull(message = "is needed") @Size(min = 1, max = 500, message = "must have 1 to 500 ids")
        Set<@NotNull(message = "must be an id") Long> ids) {}
