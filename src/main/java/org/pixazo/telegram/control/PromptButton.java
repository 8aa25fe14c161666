package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Shows a saved prompt. */
@ApplicationScoped
public class PromptButton implements ButtonAction {

    @Inject
    Library library;

    @Override
    public String name() {
        return "prompt";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        library.open(exchange, Long.parseLong(value));
        return Done.now();
    }
}
