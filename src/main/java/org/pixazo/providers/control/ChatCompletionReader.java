package org.pixazo.providers.control;

import java.util.List;
import java.util.Optional;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.ChatCompletion;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.providers.entity.UpstreamAccess;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Understands the JSON of one answer: {@code chat.completion.chunk} objects of a stream, or one {@code chat.completion}
 * (OpenAI's OpenAPI description of 2026-08-21). Used by one thread at a time.
 */
final class ChatCompletionReader {

    private static final String DONE = "[DONE]";

    private final String upstream;
    private final UpstreamAccess access;
    private final List<ChatTurn> turns;
    private final ListenerGate listener;
    private String finishReason;
    private TokenUsage usage;
    private long characters;
    private boolean done;

    /**
     * @param access of the upstream that answers
     * @param turns what was asked, for figures where the upstream gives none
     */
    ChatCompletionReader(UpstreamAccess access, List<ChatTurn> turns, ListenerGate listener) {
        this.upstream = TextFaults.upstream(access);
        this.access = access;
        this.turns = turns;
        this.listener = listener;
    }

    /**
     * Takes one event of a stream.
     *
     * @throws UpstreamFailedException when it reports an error or cannot be read
     */
    void event(SseEvent event) {
        String data = event.data().strip();
        if (done || data.isEmpty()) {
            return;
        }
        if (data.equals(DONE)) {
            complete(finishReason == null ? "stop" : finishReason);
            return;
        }
        JsonNode chunk = parse(data);
        if (event.name().equals("error")) {
            throw failure(UpstreamWords.ofError(chunk, access), "reported an error without words.");
        }
        take(chunk, "delta");
    }

    /**
     * Takes an answer that came as one JSON document, and completes.
     *
     * @throws UpstreamFailedException when it reports an error or is no answer
     */
    void document(String json) {
        JsonNode answer = parse(json);
        if (!answer.at("/choices/0").isObject()) {
            throw failure(UpstreamWords.ofError(answer, access), "sent no answer: its JSON has no choices.");
        }
        take(answer, "message");
        complete(finishReason == null ? "stop" : finishReason);
    }

    /**
     * The stream has ended.
     *
     * @throws UpstreamFailedException when it ended before the answer did
     */
    void end() {
        if (done) {
            return;
        }
        if (finishReason == null) {
            throw new UpstreamFailedException(upstream
                    + (characters == 0 ? " ended without an answer." : " broke off in the middle of its answer."));
        }
        complete(finishReason);
    }

    /** True once the answer itself is whole, though figures or the end mark may be missing. */
    boolean isAnswerWhole() {
        return done || finishReason != null;
    }

    private void take(JsonNode chunk, String part) {
        if (isError(chunk.path("error"))) {
            throw failure(UpstreamWords.ofError(chunk, access), "reported an error without words.");
        }
        readUsage(chunk.path("usage"));
        JsonNode choice = chunk.path("choices").path(0);
        JsonNode content = choice.path(part).isObject() ? choice.path(part) : choice.path("message");
        deliver(text(content.path("content")));
        deliver(text(content.path("refusal")));
        JsonNode reason = choice.path("finish_reason");
        if (reason.isString() && !reason.stringValue().isEmpty()) {
            finishReason = reason.stringValue();
        }
    }

    /** Some servers send the field with every chunk, empty where nothing is wrong. */
    private static boolean isError(JsonNode error) {
        return error.isContainer()
                ? !error.isEmpty()
                : error.asBoolean(!error.asString("").isBlank());
    }

    /** Mistral sends some contents as a list of typed parts. */
    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        StringBuilder text = new StringBuilder();
        if (content.isArray()) {
            content.forEach(part -> text.append(part.path("text").asString("")));
        }
        return text.toString();
    }

    private void deliver(String text) {
        characters += text.length();
        listener.delta(text);
    }

    private void readUsage(JsonNode figures) {
        if (figures.isObject() && figures.has("prompt_tokens")) {
            usage = new TokenUsage(
                    figures.path("prompt_tokens").asLong(0),
                    figures.path("completion_tokens").asLong(0),
                    false);
        }
    }

    private void complete(String reason) {
        done = true;
        TokenUsage figures = usage == null ? TokenEstimate.of(turns, characters) : usage;
        listener.complete(new ChatCompletion(reason, figures));
    }

    private JsonNode parse(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            throw new UpstreamFailedException(
                    upstream + " sent what is not JSON: "
                            + UpstreamWords.of(json, access).orElse("(nothing)"),
                    malformed);
        }
    }

    private UpstreamFailedException failure(Optional<String> words, String otherwise) {
        return new UpstreamFailedException(
                words.map(text -> upstream + " reported: " + text).orElse(upstream + " " + otherwise));
    }
}
