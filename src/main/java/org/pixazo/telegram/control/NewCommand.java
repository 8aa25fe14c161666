package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /new}: the next words begin a chat of their own; what is said so far stays. */
@ApplicationScoped
public class NewCommand implements Command {

    @Inject
    Places places;

    @Inject
    Talk talk;

    @Override
    public String name() {
        return "new";
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        places.goOnWith(exchange.spot().chatId(), exchange.userId(), null);
        if (!arguments.isBlank()) {
            return talk.ask(exchange, arguments);
        }
        exchange.say(exchange.text("new"));
        return Done.now();
    }
}
