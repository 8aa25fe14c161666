package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Saves the words above the button. */
@ApplicationScoped
public class StoreButton implements ButtonAction {

    @Inject
    SaveCommand save;

    @Override
    public String name() {
        return "store";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        if (!exchange.incoming().text().isBlank()) {
            save.save(exchange, exchange.incoming().text());
        }
        return Done.now();
    }
}
