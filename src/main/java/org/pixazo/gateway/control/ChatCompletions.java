package org.pixazo.gateway.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiFunction;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.gateway.entity.ChatBody;
import org.pixazo.gateway.entity.ModelNotAllowedException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.providers.control.ChatPassThrough;
import org.pixazo.providers.control.ChatProviders;
import org.pixazo.providers.control.PassThroughListener;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;
import org.pixazo.usage.entity.RateLimits;

/** Answers chat completions: chooses the model, has the ledger judge the call, and passes question and answer on. */
@ApplicationScoped
public class ChatCompletions {

    @Inject
    ModelCatalogue catalogue;

    @Inject
    Ledger ledger;

    @Inject
    ChatPassThrough upstream;

    @Inject
    ChatProviders providers;

    @Inject
    OpenRelays open;

    /**
     * Answers one request, now or later. Does not wait for the model.
     *
     * @param json the body as it came
     * @throws PixazoException where the request cannot be served; nothing was asked then
     */
    public void answer(GatewayExchange exchange, Caller caller, byte[] json) {
        ChatBody body = ChatBodies.read(json);
        if (!caller.mayUse(body.model())) {
            throw new ModelNotAllowedException(body.model());
        }
        ChosenTextModel model = catalogue.chooseText(caller.userId(), body.model());
        // For a refusal; what is left after this request replaces them.
        ledger.left(caller).map(RateLimits::headers).ifPresent(exchange::headers);
        Call call = ledger.reserve(
                NewCall.text(caller, Channel.V1, model.id(), model.provider(), body.promptTokens(), body.mostTokens()));
        CallRecord record = new CallRecord(call, body);
        call.limits().map(RateLimits::headers).ifPresent(exchange::headers);
        try {
            ask(exchange, body, model, record);
        } catch (PixazoException e) {
            record.failed(e);
            throw e;
        }
    }

    private void ask(GatewayExchange exchange, ChatBody body, ChosenTextModel model, CallRecord record) {
        if (model.routes().isEmpty() || model.routes().get(0).protocol() != TextProtocol.OPENAI) {
            new LocalCompletion(exchange, body, model, record, open).ask(providers);
            return;
        }
        // What does not speak OpenAI's protocol cannot take a body as it is.
        List<TextRoute> routes = model.routes().stream()
                .filter(route -> route.protocol() == TextProtocol.OPENAI)
                .toList();
        BiFunction<TextRoute, byte[], PixazoException> noAnswer =
                (route, document) -> upstream.noAnswer(route.access(), document);
        PassThroughListener relay = body.stream()
                ? new StreamRelay(exchange, record, open, body.includeUsage(), noAnswer)
                : new DocumentRelay(exchange, record, open, noAnswer);
        upstream.send(routes, route -> ChatBodies.forUpstream(body, route.model()), relay);
    }
}
