package org.pixazo.gateway.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.gateway.entity.ChatBody;
import org.pixazo.gateway.entity.ClientGoneException;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.providers.control.ChatCall;
import org.pixazo.providers.control.ChatListener;
import org.pixazo.providers.control.ChatProviders;
import org.pixazo.providers.entity.ChatCompletion;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.RequestId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer of a model whose provider does not speak OpenAI's format: made of what a {@link ChatProviders} says, in OpenAI's format. */
final class LocalCompletion implements ChatListener, Relay, PacedOutput.Progress {

    private final GatewayExchange exchange;
    private final ChatBody body;
    private final ChosenTextModel model;
    private final CallRecord record;
    private final OpenRelays open;
    private final String id = "chatcmpl-" + RequestId.next();
    private final long created = Instant.now().getEpochSecond();
    private final StringBuilder text = new StringBuilder();
    private PacedOutput output;
    private ChatCall call = () -> {};
    private long pieces;
    private boolean over;

    LocalCompletion(
            GatewayExchange exchange, ChatBody body, ChosenTextModel model, CallRecord record, OpenRelays open) {
        this.exchange = exchange;
        this.body = body;
        this.model = model;
        this.record = record;
        this.open = open;
    }

    synchronized void ask(ChatProviders providers) {
        ChatRequest request = new ChatRequest(model.routes(), turns(body.bytes()));
        open.add(this, exchange.client());
        if (body.stream()) {
            output = exchange.events(this);
            event(chunk(
                    Json.mapper().createObjectNode().put("role", "assistant").put("content", ""), null));
        }
        call = providers.stream(request, this);
    }

    @Override
    public synchronized void onDelta(String content) {
        if (over) {
            return;
        }
        record.firstByte();
        pieces++;
        if (body.stream()) {
            event(chunk(Json.mapper().createObjectNode().put("content", content), null));
        } else {
            text.append(content);
        }
    }

    @Override
    public synchronized void onComplete(ChatCompletion completion) {
        if (over) {
            return;
        }
        ObjectNode usage = Json.mapper().createObjectNode();
        usage.put("prompt_tokens", completion.usage().promptTokens());
        usage.put("completion_tokens", completion.usage().completionTokens());
        usage.put(
                "total_tokens",
                completion.usage().promptTokens() + completion.usage().completionTokens());
        if (body.stream()) {
            event(chunk(Json.mapper().createObjectNode(), completion.finishReason()));
            if (body.includeUsage()) {
                ObjectNode last = frame("chat.completion.chunk");
                last.putArray("choices");
                last.set("usage", usage);
                event(last);
            }
            output.write("data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII), 0);
        }
        finish(() -> record.complete(Optional.of(completion.usage()), pieces));
        if (!body.stream()) {
            exchange.document(Json.mapper().writeValueAsBytes(document(completion, usage)), this);
        }
    }

    @Override
    public synchronized void onError(PixazoException error) {
        end(error, () -> record.failed(error, Optional.empty(), pieces));
    }

    @Override
    public void interrupt(PixazoException reason) {
        synchronized (this) {
            end(reason, () -> record.interrupted(Optional.empty(), pieces));
        }
        call.cancel();
    }

    @Override
    public synchronized void beat() {
        if (!over && output != null) {
            output.keepAwake();
        }
    }

    @Override
    public void written(int credit) {
        // Such models cannot be held back, and their answers are short.
    }

    @Override
    public void hungUp() {
        synchronized (this) {
            end(new ClientGoneException(), () -> record.aborted(Optional.empty(), pieces));
        }
        call.cancel();
    }

    @Override
    public void broken(Throwable cause) {
        synchronized (this) {
            if (over) {
                return;
            }
            finish(() -> record.aborted(Optional.empty(), pieces));
        }
        call.cancel();
    }

    private void end(PixazoException failure, Runnable settle) {
        if (over) {
            return;
        }
        if (output == null) {
            exchange.fail(failure);
        } else {
            output.write(GatewayExchange.event(failure), 0);
        }
        finish(settle);
    }

    private void finish(Runnable settle) {
        over = true;
        open.remove(this);
        settle.run();
        if (output != null) {
            output.end();
        }
    }

    private void event(ObjectNode chunk) {
        if (output != null) {
            output.write(
                    ("data: " + Json.mapper().writeValueAsString(chunk) + "\n\n").getBytes(StandardCharsets.UTF_8), 0);
        }
    }

    private ObjectNode chunk(ObjectNode delta, String finishReason) {
        ObjectNode chunk = frame("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        if (body.includeUsage()) {
            chunk.putNull("usage");
        }
        return chunk;
    }

    private ObjectNode document(ChatCompletion completion, ObjectNode usage) {
        ObjectNode document = frame("chat.completion");
        ObjectNode choice = document.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", text.toString());
        choice.put("finish_reason", completion.finishReason());
        document.set("usage", usage);
        return document;
    }

    private ObjectNode frame(String object) {
        return Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model.id());
    }

    private static List<ChatTurn> turns(byte[] json) {
        List<ChatTurn> turns = new ArrayList<>();
        for (JsonNode message : ForeignBytes.json().readTree(json).path("messages")) {
            turns.add(new ChatTurn(message.path("role").asString("user"), text(message.path("content"))));
        }
        return turns;
    }

    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.stringValue();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }
}
