package org.pixazo.providers.control;

import java.net.URI;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.providers.entity.GatewayRoute;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests that the Pixazo gateway takes: JSON by POST, with the key in the header of Azure API Management. */
final class GatewayRequests {

    private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";

    private GatewayRequests() {}

    static UpstreamRequest generate(ImageRequest request, GatewayRoute route) {
        return post(request.access(), route.path(), body(request, route));
    }

    /** {@code checkStatus} of the routes of version 1. */
    static UpstreamRequest checkStatus(UpstreamAccess access, String path, String requestId) {
        return post(access, path, Json.MAPPER.createObjectNode().put("requestId", requestId));
    }

    /** The status of the routes of version 2. */
    static UpstreamRequest status(UpstreamAccess access, URI url) {
        return opened(access, UpstreamRequest.get(url));
    }

    static ObjectNode body(ImageRequest request, GatewayRoute route) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("prompt", request.prompt());
        route.defaults().forEach((field, value) -> body.set(field, Json.MAPPER.valueToTree(value)));
        put(body, route, "negative_prompt", request.negativePrompt());
        put(body, route, "width", request.width());
        put(body, route, "height", request.height());
        put(body, route, "aspect_ratio", route.nearestAspectRatio(request.width(), request.height()));
        put(body, route, "num_steps", request.numSteps());
        put(body, route, "guidance_scale", request.guidanceScale());
        put(body, route, "seed", request.seed());
        if (request.inputs() != null) {
            put(body, route, "reference_image", request.inputs().reference().toString());
            put(
                    body,
                    route,
                    "mask_image",
                    request.inputs().mask() == null
                            ? null
                            : request.inputs().mask().toString());
            put(body, route, "strength", request.inputs().strength());
        }
        return body;
    }

    private static void put(ObjectNode body, GatewayRoute route, String parameter, Object value) {
        String field = route.fields().get(parameter);
        if (field != null && value != null && !value.equals("")) {
            JsonNode node = Json.MAPPER.valueToTree(value);
            body.set(field, node);
        }
    }

    private static UpstreamRequest post(UpstreamAccess access, String path, ObjectNode body) {
        return opened(access, UpstreamRequest.post(access.resolve(path), Json.MAPPER.writeValueAsBytes(body)));
    }

    private static UpstreamRequest opened(UpstreamAccess access, UpstreamRequest request) {
        String key = access.apiKey()
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new UnavailableException(
                        "The Pixazo gateway needs an API key: set PIXAZO_API_KEY, or your own key in your profile."));
        return request.with("Accept", "application/json, image/*")
                .with("Cache-Control", "no-cache")
                .with(KEY_HEADER, TextRequests.headerSafe(key));
    }
}
