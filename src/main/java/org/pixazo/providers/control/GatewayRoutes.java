package org.pixazo.providers.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pixazo.providers.entity.GatewayRoute;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The image models that the gateway is known to have. */
final class GatewayRoutes {

    private static final String RESOURCE = "/org/pixazo/providers/pixazo-models.json";

    private final Map<String, GatewayRoute> byId;

    GatewayRoutes(List<GatewayRoute> routes) {
        byId = routes.stream().collect(Collectors.toUnmodifiableMap(GatewayRoute::id, Function.identity()));
    }

    /** Those that ship with the product. */
    static GatewayRoutes shipped() {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try (InputStream json = GatewayRoutes.class.getResourceAsStream(RESOURCE)) {
            return new GatewayRoutes(mapper.readValue(json, new TypeReference<List<GatewayRoute>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE, unreadable);
        }
    }

    Optional<GatewayRoute> find(String model) {
        return Optional.ofNullable(byId.get(model));
    }
}
