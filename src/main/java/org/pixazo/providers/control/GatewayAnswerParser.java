package org.pixazo.providers.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Understands the many shapes in which the gateway's models answer, first address wins: {@code imageUrl}, {@code
 * image_url}, {@code output} (string, list of strings or of objects with {@code url}, object with {@code url} or
 * {@code media_url}), {@code images[0].url}, {@code media_url}, {@code url}, {@code data[0].url}, {@code
 * result.imageUrl}; a raw picture; or a request id for asking later. Collected from the vendor's pages and public
 * clients.
 */
final class GatewayAnswerParser {

    private static final List<String> PLACES =
            List.of("imageUrl", "image_url", "output", "images", "media_url", "url", "data", "result");
    private static final List<String> INSIDE = List.of("url", "media_url", "imageUrl", "image_url");
    private static final Set<String> ENDED_BADLY =
            Set.of("FAILED", "FAILURE", "ERROR", "CANCELLED", "CANCELED", "REJECTED", "TIMEOUT");

    /** Without SUCCESS, which some routes say of the request and not of the picture. */
    private static final Set<String> ENDED_WELL = Set.of("COMPLETED", "DONE", "SUCCEEDED");

    private static final Set<String> UNDER_WAY =
            Set.of("QUEUED", "IN_QUEUE", "PENDING", "PROCESSING", "IN_PROGRESS", "RUNNING", "STARTING");

    private GatewayAnswerParser() {}

    /** @param access of the gateway; only one that is itself on plain http may hand out plain http addresses */
    static GatewayAnswer parse(UpstreamAccess access, UpstreamAnswer answer) {
        return parse(access, answer, null);
    }

    /**
     * @param access of the gateway; only one that is itself on plain http may hand out plain http addresses
     * @param resultPath where this model's answers have the address, as in {@code data.0.url}; null for nowhere special
     */
    static GatewayAnswer parse(UpstreamAccess access, UpstreamAnswer answer, String resultPath) {
        if (answer.mediaType().startsWith("image/")) {
            return new GatewayAnswer.Inline(answer.body());
        }
        try {
            return parse(access, Json.MAPPER.readTree(answer.text()), resultPath);
        } catch (JacksonException notJson) {
            // Some servers send a picture without saying so; whoever takes it looks at its first bytes anyway.
            return ImageHeader.mediaType(answer.body()).isPresent()
                    ? new GatewayAnswer.Inline(answer.body())
                    : new GatewayAnswer.Refused("sent neither JSON nor a picture: "
                            + UpstreamWords.of(answer.text(), access).orElse("(nothing)"));
        }
    }

    private static GatewayAnswer parse(UpstreamAccess access, JsonNode json, String resultPath) {
        String status = json.path("status").asString("").toUpperCase(Locale.ROOT);
        Optional<String> words = UpstreamWords.ofError(json, access);
        if (ENDED_BADLY.contains(status)) {
            return new GatewayAnswer.Refused("could not make the picture: " + words.orElse("it gives no reason."));
        }
        Stream<JsonNode> special =
                resultPath == null ? Stream.empty() : Stream.of(json.at("/" + resultPath.replace('.', '/')));
        Optional<URI> url = Stream.concat(special, PLACES.stream().map(json::path))
                .flatMap(place -> find(place).stream())
                .flatMap(text -> address(access, text).stream())
                .findFirst();
        if (url.isPresent()) {
            return new GatewayAnswer.At(url.get());
        }
        String requestId = Stream.of("requestId", "request_id")
                .map(field -> json.path(field).asString(""))
                .filter(id -> !id.isBlank())
                .findFirst()
                .orElse(null);
        URI pollingUrl = address(access, json.path("polling_url").asString("")).orElse(null);
        boolean failed = UpstreamWords.ofError(json.path("error"), access).isPresent();
        boolean canBeAskedFor = requestId != null || pollingUrl != null;
        if (!failed && !ENDED_WELL.contains(status) && (canBeAskedFor || UNDER_WAY.contains(status))) {
            return new GatewayAnswer.Pending(requestId, pollingUrl);
        }
        return new GatewayAnswer.Refused(
                words.map(text -> "reported: " + text).orElse("answered without a picture or a reason."));
    }

    private static Optional<String> find(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        if (value.isArray()) {
            return value.isEmpty() ? Optional.empty() : find(value.get(0));
        }
        if (!value.isObject()) {
            return Optional.empty();
        }
        return INSIDE.stream()
                .flatMap(field -> find(value.path(field)).stream())
                .findFirst();
    }

    private static Optional<URI> address(UpstreamAccess access, String text) {
        boolean plain = "http".equals(access.baseUrl().getScheme());
        if (!text.startsWith("https://") && !(plain && text.startsWith("http://"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text.strip().replace(" ", "%20")));
        } catch (URISyntaxException noAddress) {
            // What cannot be asked for is no address; the next place may hold one.
            return Optional.empty();
        }
    }
}
