package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.prompts.control.PromptRepository;

/** Orders a picture of a saved prompt. */
@ApplicationScoped
public class DrawPromptButton implements ButtonAction {

    @Inject
    PromptRepository prompts;

    @Inject
    Orders orders;

    @Override
    public String name() {
        return "paint";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        orders.order(
                exchange,
                new PictureWish(
                        prompts.get(exchange.userId(), Long.parseLong(value)).content(), 1));
        return Done.now();
    }
}
