package org.pixazo.providers.control;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests that OpenAI-compatible servers take. */
final class TextRequests {

    private TextRequests() {}

    static HttpRequest chatCompletion(ChatRequest request) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("model", request.model());
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        ArrayNode messages = body.putArray("messages");
        for (ChatTurn turn : request.turns()) {
            messages.addObject().put("role", turn.role()).put("content", turn.content());
        }
        return to(request.access(), "/chat/completions")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream, application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
                .build();
    }

    static HttpRequest models(UpstreamAccess access) {
        return to(access, "/models").header("Accept", "application/json").GET().build();
    }

    /** With the key as Bearer token; without one, a user name and password in the URL go as Basic credentials. */
    private static HttpRequest.Builder to(UpstreamAccess access, String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(access.resolve(path));
        String userInfo = access.baseUrl().getUserInfo();
        if (access.apiKey().filter(key -> !key.isBlank()).isPresent()) {
            builder.header(
                    "Authorization", "Bearer " + headerSafe(access.apiKey().get()));
        } else if (userInfo != null) {
            byte[] credentials = userInfo.getBytes(StandardCharsets.UTF_8);
            builder.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return builder;
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
