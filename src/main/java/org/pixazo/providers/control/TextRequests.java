package org.pixazo.providers.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.providers.entity.ChatOptions;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests that text upstreams take. */
final class TextRequests {

    private TextRequests() {}

    static UpstreamRequest chatCompletion(TextRoute route, List<ChatTurn> turns, ChatOptions options) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("model", route.model());
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        if (options.temperature() != null) {
            body.put("temperature", options.temperature());
        }
        if (options.maxTokens() != null) {
            // The older of two names, which every server understands.
            body.put("max_tokens", options.maxTokens());
        }
        ArrayNode messages = body.putArray("messages");
        for (ChatTurn turn : turns) {
            messages.addObject().put("role", turn.role()).put("content", turn.content());
        }
        return chatCompletion(route.access(), Json.MAPPER.writeValueAsBytes(body));
    }

    /** With a body that is ready. */
    static UpstreamRequest chatCompletion(UpstreamAccess access, byte[] body) {
        return opened(access, UpstreamRequest.post(access.resolve("/chat/completions"), body))
                .with("Accept", "text/event-stream, application/json");
    }

    /** One question to the Grok-Api wrapper. */
    static UpstreamRequest ask(UpstreamAccess access, byte[] body) {
        return opened(access, UpstreamRequest.post(access.resolve("/ask"), body))
                .with("Accept", "application/json");
    }

    static UpstreamRequest models(UpstreamAccess access) {
        return opened(access, UpstreamRequest.get(access.resolve("/models"))).with("Accept", "application/json");
    }

    /** With the key as Bearer token; without one, a user name and password in the URL go as Basic credentials. */
    private static UpstreamRequest opened(UpstreamAccess access, UpstreamRequest request) {
        String userInfo = access.baseUrl().getUserInfo();
        if (access.apiKey().filter(key -> !key.isBlank()).isPresent()) {
            return request.with(
                    "Authorization", "Bearer " + headerSafe(access.apiKey().get()));
        }
        if (userInfo != null) {
            byte[] credentials = userInfo.getBytes(StandardCharsets.UTF_8);
            return request.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request;
    }

    /**
     * A key pasted with a line break would make the HTTP client complain with the key in its message.
     *
     * @throws UnavailableException when the key cannot be sent
     */
    static String headerSafe(String key) {
        String trimmed = key.strip();
        if (!trimmed.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new UnavailableException(
                    "The upstream's API key contains spaces or characters that no key has. Set it again.");
        }
        return trimmed;
    }
}
