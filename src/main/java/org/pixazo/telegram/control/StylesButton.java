package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Shows a page of the styles. */
@ApplicationScoped
public class StylesButton implements ButtonAction {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "styles";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        choices.showStyles(exchange, Integer.parseInt(value));
        return Done.now();
    }
}
