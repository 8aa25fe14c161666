package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.images.control.ImageRepository;

/** Orders another picture like one. */
@ApplicationScoped
public class MoreButton implements ButtonAction {

    @Inject
    Orders orders;

    @Inject
    ImageRepository images;

    @Override
    public String name() {
        return "more";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        orders.more(exchange, images.get(exchange.userId(), Long.parseLong(value)));
        return Done.now();
    }
}
