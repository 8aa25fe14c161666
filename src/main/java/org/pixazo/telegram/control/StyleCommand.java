package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /style}: chooses the look of pictures. */
@ApplicationScoped
public class StyleCommand implements Command {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "style";
    }

    @Override
    public int place() {
        return 8;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        if (arguments.isBlank()) {
            choices.showStyles(exchange, 0);
        } else {
            choices.chooseStyle(exchange, arguments);
        }
        return Done.now();
    }
}
