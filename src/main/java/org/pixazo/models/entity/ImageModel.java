package org.pixazo.models.entity;

import java.math.BigDecimal;
import org.pixazo.providers.entity.GatewayRoute;

/**
 * An image model of the catalogue.
 *
 * @param id name in requests
 * @param name for people
 * @param provider who makes the images, such as {@code pixazo} or {@code offline}
 * @param price for people, such as {@code free}
 * @param perImage US dollars a picture; null where that is unknown
 * @param description one sentence: what it is good at
 * @param route how the Pixazo gateway is asked for it; null for another provider
 */
public record ImageModel(
        String id,
        String name,
        String provider,
        String price,
        BigDecimal perImage,
        String description,
        ImageLimits limits,
        ImageDefaults defaults,
        GatewayRoute route) {

    /** Whether the Pixazo gateway makes its pictures. */
    public boolean onGateway() {
        return route != null;
    }
}
