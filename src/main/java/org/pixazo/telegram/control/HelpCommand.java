package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /help}: tells the commands. */
@ApplicationScoped
public class HelpCommand implements Command {

    @Inject
    Dispatcher dispatcher;

    @Override
    public String name() {
        return "help";
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        StringBuilder help = new StringBuilder(exchange.text("help")).append("\n");
        dispatcher.commands().stream()
                .filter(command -> !command.name().equals("start"))
                .forEach(command -> help.append("\n/")
                        .append(command.name())
                        .append(" – ")
                        .append(exchange.text("command." + command.name())));
        exchange.say(help.toString());
        return Done.now();
    }
}
