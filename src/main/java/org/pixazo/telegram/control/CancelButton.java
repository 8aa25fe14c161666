package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.images.control.ImageService;
import org.pixazo.web.entity.IfMatch;

/** Cancels an image job. */
@ApplicationScoped
public class CancelButton implements ButtonAction {

    @Inject
    ImageService images;

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        images.cancel(exchange.userId(), Long.parseLong(value), IfMatch.ANY);
        return Done.now();
    }
}
