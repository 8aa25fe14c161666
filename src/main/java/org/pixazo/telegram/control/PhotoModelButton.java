package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Has a model work on a photo that was kept, with the words above the button. */
@ApplicationScoped
public class PhotoModelButton implements ButtonAction {

    @Inject
    Photos photos;

    @Override
    public String name() {
        return "ref";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        String[] parts = value.split("\\.");
        photos.paint(
                exchange,
                Long.parseLong(parts[0]),
                parts[1],
                exchange.incoming().text());
        return Done.now();
    }
}
