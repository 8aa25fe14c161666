package org.pixazo.providers.control;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.ChatCompletion;
import org.pixazo.providers.entity.ChatOptions;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TextRoute;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /ask} of the Grok-Api wrapper (realasfngl/Grok-Api, {@code api_server.py}). It takes one message and gives
 * one whole answer, so the conversation goes as text, and the answer comes as one delta. A failure inside of Grok comes
 * with status 200 and an {@code error}.
 *
 * <p>Its {@code extra_data}, by which a conversation could go on inside of Grok, is not kept: it holds cookies and a
 * private key, and a conversation here may branch, which one there cannot.
 */
final class AskProtocol implements ChatProtocol {

    private static final int MAX_ANSWER_BYTES = 8 * 1024 * 1024;

    private final UpstreamClient http;
    private final Optional<String> proxy;

    /** @param proxy URL of the proxy that the wrapper shall use; the original insists on one, its forks do not */
    AskProtocol(UpstreamClient http, Optional<String> proxy) {
        this.http = http;
        this.proxy = proxy;
    }

    @Override
    public UpstreamRequest request(TextRoute route, List<ChatTurn> turns, ChatOptions options) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("proxy", proxy.orElse(""));
        body.put("message", message(turns));
        body.put("model", route.model());
        body.putNull("extra_data");
        return TextRequests.ask(route.access(), Json.MAPPER.writeValueAsBytes(body));
    }

    @Override
    public CompletableFuture<Delivery> begin(
            UpstreamResponse response, TextRoute route, List<ChatTurn> turns, CancelSignal signal) {
        return http.readAll(response, MAX_ANSWER_BYTES, signal).thenApply(answer -> {
            String text = text(answer, route);
            ChatCompletion completion = new ChatCompletion("stop", TokenEstimate.of(turns, text.length()));
            return listener -> {
                listener.delta(text);
                listener.complete(completion);
                return CompletableFuture.completedFuture(null);
            };
        });
    }

    /** One question is sent as it is; a conversation with its speakers, the way the wrapper's own forks flatten it. */
    private static String message(List<ChatTurn> turns) {
        if (turns.size() == 1) {
            return turns.get(0).content();
        }
        return turns.stream()
                .map(turn -> speaker(turn.role()) + ": " + turn.content())
                .collect(Collectors.joining("\n\n"));
    }

    private static String speaker(String role) {
        return switch (role) {
            case "system" -> "System";
            case "assistant" -> "Assistant";
            default -> "User";
        };
    }

    private static String text(UpstreamAnswer answer, TextRoute route) {
        String upstream = TextFaults.upstream(route.access());
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw broken(upstream + " sent what is not JSON. Is it a Grok-Api wrapper?", e);
        }
        JsonNode text = json.path("response");
        if (!text.isString() || text.stringValue().isEmpty()) {
            throw broken(
                    upstream
                            + UpstreamWords.ofError(json, route.access())
                                    .map(words -> " reported: " + words)
                                    .orElse(" sent no answer: its JSON has no response."),
                    null);
        }
        StringBuilder whole = new StringBuilder(text.stringValue());
        for (JsonNode image : json.path("images")) {
            whole.append("\n\n[Image](").append(image.asString("")).append(')');
        }
        return whole.toString();
    }

    private static UpstreamFault broken(String message, Throwable cause) {
        return UpstreamFault.permanent(new UpstreamFailedException(message, cause), UpstreamFault.Blame.UPSTREAM);
    }
}
