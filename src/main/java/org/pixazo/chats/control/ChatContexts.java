package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixazo.accounts.control.Upstreams;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatGauge;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.PathStep;
import org.pixazo.models.control.ContextWindows;
import org.pixazo.models.control.ModelPrices;
import org.pixazo.models.entity.ModelPrice;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.schema.entity.Dollars;

/** Decides what a model is sent of a branch, and tells what that is worth. */
@ApplicationScoped
public class ChatContexts {

    @Inject
    MessageRepository messages;

    @Inject
    ChatService chats;

    @Inject
    ContextWindows windows;

    @Inject
    ModelPrices prices;

    /**
     * What a model is sent, and how many messages are not.
     *
     * @param turns oldest first
     */
    record Sent(List<ChatTurn> turns, int leftOut) {}

    /** @param tip id of the last message that is sent */
    Sent sent(long userId, Chat chat, long tip, String model) {
        String system = system(userId, chat);
        ContextPlan plan = plan(chat, system, messages.path(tip), 0, model);
        Map<Long, Message> texts = new HashMap<>();
        messages.several(plan.sent()).forEach(message -> texts.put(message.id(), message));
        List<ChatTurn> turns = new ArrayList<>();
        if (!system.isBlank()) {
            turns.add(new ChatTurn("system", system));
        }
        for (long id : plan.sent()) {
            Message message = texts.get(id);
            if (message != null && !message.content().isBlank()) {
                turns.add(new ChatTurn(message.role().word(), message.content()));
            }
        }
        return new Sent(turns, plan.leftOut());
    }

    /**
     * Tokens that a model would be sent.
     *
     * @param tip id of the last message; null for none
     * @param more characters that come behind it
     */
    long tokens(long userId, Chat chat, Long tip, long more, String model) {
        List<PathStep> path = tip == null ? List.of() : messages.path(tip);
        return plan(chat, system(userId, chat), path, more, model).tokens();
    }

    /** @param model catalogue id of the one that would answer */
    public ChatGauge gauge(long userId, Chat chat, String model) {
        List<PathStep> path = chat.currentMessageId() == null ? List.of() : messages.path(chat.currentMessageId());
        ContextPlan plan = plan(chat, system(userId, chat), path, 0, model);
        long prompt = 0;
        long completion = 0;
        long cost = 0;
        boolean priced = false;
        boolean complete = true;
        for (PathStep step : path) {
            if (step.usage() != null && step.model() != null) {
                prompt += step.usage().promptTokens();
                completion += step.usage().completionTokens();
                Long price = price(step);
                complete &= price != null;
                priced |= price != null;
                cost += price == null ? 0 : price;
            }
        }
        BigDecimal dollars = priced || complete ? Dollars.of(cost) : null;
        return new ChatGauge(
                model,
                plan.known() ? plan.window() : null,
                plan.known() ? null : plan.window(),
                path.size(),
                plan.tokens(),
                plan.leftOut(),
                prompt,
                completion,
                dollars,
                complete);
    }

    private Long price(PathStep step) {
        String model = step.model();
        String upstream = model.contains("/") ? model.substring(0, model.indexOf('/')) : Upstreams.GROK;
        Optional<ModelPrice> price = prices.ofText(model, upstream);
        return price.map(found ->
                        found.ofTokens(step.usage().promptTokens(), step.usage().completionTokens()))
                .orElse(null);
    }

    private ContextPlan plan(Chat chat, String system, List<PathStep> path, long more, String model) {
        return ContextPlan.of(path, system.length(), more, windows.of(model), chat.maxTokens());
    }

    private String system(long userId, Chat chat) {
        String own = chat.systemPrompt();
        String shared = own == null ? chats.workspace(userId, chat).systemPrompt() : own;
        return shared == null ? "" : shared;
    }
}
