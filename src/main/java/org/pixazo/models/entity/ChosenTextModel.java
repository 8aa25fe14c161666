package org.pixazo.models.entity;

import java.util.List;
import org.pixazo.providers.entity.TextRoute;

/**
 * A text model that can be asked now.
 *
 * @param id catalogue id
 * @param routes upstreams in the order in which they are asked; empty for {@code offline}
 */
public record ChosenTextModel(String id, List<TextRoute> routes) {

    public ChosenTextModel {
        routes = List.copyOf(routes);
    }

    /** Name of the upstream that is asked first, or {@code offline}. */
    public String provider() {
        return routes.isEmpty() ? "offline" : routes.get(0).upstream();
    }
}
