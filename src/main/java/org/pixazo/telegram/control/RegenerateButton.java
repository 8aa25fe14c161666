package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.entity.Message;
import org.pixazo.usage.entity.Channel;

/** Has a question answered once more. */
@ApplicationScoped
public class RegenerateButton implements ButtonAction {

    @Inject
    Conversation conversation;

    @Inject
    DailyLimits limits;

    @Override
    public String name() {
        return "regen";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        if (limits.questionsUsed(exchange)) {
            exchange.say(exchange.text("limit.questions"));
            return Done.now();
        }
        String[] ids = value.split("\\.");
        Message answer = conversation.regenerate(
                exchange.caller(), Channel.TELEGRAM, Long.parseLong(ids[0]), Long.parseLong(ids[1]), null);
        Talk.await(exchange, answer);
        return Done.now();
    }
}
