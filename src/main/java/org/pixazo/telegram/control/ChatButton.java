package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;

/** Goes on with a chat. */
@ApplicationScoped
public class ChatButton implements ButtonAction {

    @Inject
    ChatService chats;

    @Inject
    Places places;

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        Chat chat = chats.get(exchange.userId(), Long.parseLong(value));
        places.goOnWith(exchange.spot().chatId(), exchange.userId(), chat.id());
        exchange.say(exchange.text("chat.chosen", chat.name()));
        return Done.now();
    }
}
