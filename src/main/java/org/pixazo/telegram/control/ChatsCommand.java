package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /chats}: goes on with another chat. */
@ApplicationScoped
public class ChatsCommand implements Command {

    @Inject
    ChatList list;

    @Override
    public String name() {
        return "chats";
    }

    @Override
    public int place() {
        return 9;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        list.show(exchange, 0);
        return Done.now();
    }
}
