package org.pixazo.images.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a person says about a board.
 *
 * @param name 1 to 200 characters
 */
public record BoardFields(
        @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
        String name) {}
