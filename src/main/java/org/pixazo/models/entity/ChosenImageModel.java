package org.pixazo.models.entity;

import org.pixazo.providers.entity.UpstreamAccess;

/**
 * An image model that can be asked now.
 *
 * @param model from the catalogue
 * @param access null for a provider inside Pixazo
 */
public record ChosenImageModel(ImageModel model, UpstreamAccess access) {}
