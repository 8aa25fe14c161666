package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Shows a page of the chats. */
@ApplicationScoped
public class ChatsButton implements ButtonAction {

    @Inject
    ChatList list;

    @Override
    public String name() {
        return "chats";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        list.show(exchange, Long.parseLong(value));
        return Done.now();
    }
}
