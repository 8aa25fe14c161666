package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Chooses a style. */
@ApplicationScoped
public class StyleButton implements ButtonAction {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "style";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        choices.chooseStyle(exchange, value);
        return Done.now();
    }
}
