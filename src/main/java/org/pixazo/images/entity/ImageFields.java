package org.pixazo.images.entity;

import jakarta.validation.constraints.NotNull;

/**
 * What a person says about a picture.
 *
 * @param favourite whether it is one of the person's favourites
 */
public record ImageFields(
        @NotNull(message = "must be true or false") Boolean favourite) {}
