package org.pixazo.providers.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code GET /models}, once and without retry: whoever asks can ask again. */
final class TextModelsQuery {

    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private final UpstreamClient http;

    TextModelsQuery(UpstreamClient http) {
        this.http = http;
    }

    CompletableFuture<List<String>> list(UpstreamAccess access) {
        CancelSignal signal = new CancelSignal();
        String upstream = TextFaults.upstream(access);
        return UpstreamAttempt.of(
                        upstream,
                        () -> http.open(TextRequests.models(access), signal)
                                .thenCompose(response -> http.readAll(response, MAX_BYTES, signal))
                                .thenApply(answer -> {
                                    if (!answer.isSuccess()) {
                                        throw TextFaults.of(access, answer);
                                    }
                                    return names(upstream, answer.text());
                                }))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(TransportFaults.duringAnswer(upstream, failure)));
    }

    /** OpenAI's {@code data[].id}, a bare array, or Ollama's {@code models[].name}. */
    private static List<String> names(String upstream, String json) {
        JsonNode answer;
        try {
            answer = Json.MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            throw new UpstreamFailedException(upstream + " has no readable list of models.", malformed);
        }
        JsonNode list = answer.isArray() ? answer : answer.path(answer.has("data") ? "data" : "models");
        if (!list.isArray()) {
            throw new UpstreamFailedException(upstream + " has no list of models.");
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode model : list) {
            String name = model.isString()
                    ? model.stringValue()
                    : model.path("id").asString(model.path("name").asString(""));
            if (!name.isBlank()) {
                names.add(name);
            }
        }
        return new ArrayList<>(names);
    }
}
