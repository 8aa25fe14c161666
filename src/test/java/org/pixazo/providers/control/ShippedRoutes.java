package org.pixazo.providers.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.pixazo.providers.entity.GatewayRoute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The routes of the catalogue's models. */
final class ShippedRoutes {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private ShippedRoutes() {}

    /** Null for a model that the catalogue does not have. */
    static GatewayRoute of(String model) {
        try (InputStream json = ShippedRoutes.class.getResourceAsStream("/org/pixazo/models/image-models.json")) {
            for (JsonNode one : JSON.readTree(json)) {
                if (one.get("id").asString().equals(model)) {
                    return JSON.treeToValue(one.get("route"), GatewayRoute.class);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
