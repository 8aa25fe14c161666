package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IdempotencyKey;

/** Says what a person wrote to the model of the chat that goes on. */
@ApplicationScoped
public class Talk {

    @Inject
    Conversation conversation;

    @Inject
    Places places;

    @Inject
    DailyLimits limits;

    CompletionStage<Void> ask(Exchange exchange, String words) {
        if (words.isBlank()) {
            return Done.now();
        }
        if (limits.questionsUsed(exchange)) {
            exchange.say(exchange.text("limit.questions"));
            return Done.now();
        }
        long chat = places.chatOrNew(exchange.spot().chatId(), exchange.userId(), words);
        Optional<IdempotencyKey> key =
                IdempotencyKey.of(exchange.userId(), exchange.idempotency("message"), "telegram", words);
        Message reply = conversation
                .say(exchange.caller(), Channel.TELEGRAM, chat, MessageRole.USER, words, null, key)
                .reply();
        await(exchange, reply);
        return Done.now();
    }

    /** Has the person hear an answer. */
    static void await(Exchange exchange, Message reply) {
        exchange.await(new AwaitedWork(
                AwaitedWork.Kind.ANSWER,
                reply.id(),
                exchange.spot().chatId(),
                exchange.userId(),
                Json.write(exchange.spot()),
                Timestamps.now()));
    }
}
