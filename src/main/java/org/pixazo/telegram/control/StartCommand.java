package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /start}: says hello, and links an account where a link with a code was followed. */
@ApplicationScoped
public class StartCommand implements Command {

    @Inject
    LinkCommand link;

    @Inject
    Dispatcher dispatcher;

    @Inject
    HelpCommand help;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        if (arguments.startsWith(LinkCommand.PAYLOAD)) {
            return link.run(exchange, arguments.substring(LinkCommand.PAYLOAD.length()));
        }
        exchange.say(exchange.text("start", exchange.incoming().sender().name()));
        if (exchange.caller() == null) {
            exchange.say(exchange.text("access.link"));
            return Done.now();
        }
        return help.run(exchange, "");
    }
}
