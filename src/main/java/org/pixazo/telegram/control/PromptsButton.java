package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Shows a page of the library. */
@ApplicationScoped
public class PromptsButton implements ButtonAction {

    @Inject
    Library library;

    @Override
    public String name() {
        return "prompts";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        library.show(exchange, "", Long.parseLong(value));
        return Done.now();
    }
}
