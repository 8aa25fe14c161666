package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Orders a picture of the words above the button. */
@ApplicationScoped
public class DrawButton implements ButtonAction {

    @Inject
    Orders orders;

    @Override
    public String name() {
        return "draw";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        if (!exchange.incoming().text().isBlank()) {
            orders.order(exchange, new PictureWish(exchange.incoming().text(), 1));
        }
        return Done.now();
    }
}
