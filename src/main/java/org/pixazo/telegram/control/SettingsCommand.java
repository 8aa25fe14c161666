package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /settings}: what new chats and pictures begin with. */
@ApplicationScoped
public class SettingsCommand implements Command {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public int place() {
        return 13;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        choices.showSettings(exchange);
        return Done.now();
    }
}
