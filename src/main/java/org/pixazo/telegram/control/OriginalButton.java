package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.Image;
import org.pixazo.telegram.entity.Outgoing;

/** Sends a picture as a file, as it was made. */
@ApplicationScoped
public class OriginalButton implements ButtonAction {

    @Inject
    ImageRepository images;

    @Override
    public String name() {
        return "orig";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        Image image = images.get(exchange.userId(), Long.parseLong(value));
        exchange.send(Outgoing.original(exchange.spot(), null, image.id()));
        return Done.now();
    }
}
