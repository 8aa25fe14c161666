package org.pixazo.models.entity;

/**
 * An image model of the catalogue.
 *
 * @param id name in requests
 * @param name for people
 * @param provider who makes the images, such as {@code pixazo} or {@code offline}
 * @param price for people, such as {@code free}
 * @param description one sentence: what it is good at
 */
public record ImageModel(
        String id,
        String name,
        String provider,
        String price,
        String description,
        ImageLimits limits,
        ImageDefaults defaults) {}
