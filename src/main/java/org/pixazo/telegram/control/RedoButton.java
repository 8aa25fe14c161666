package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.entity.Image;
import org.pixazo.prompts.control.PromptEnhancement;
import org.pixazo.prompts.entity.EnhancementWish;
import org.pixazo.usage.entity.Channel;

/** Makes a picture's prompt richer and orders it again. */
@ApplicationScoped
public class RedoButton implements ButtonAction {

    @Inject
    Orders orders;

    @Inject
    ImageRepository images;

    @Inject
    PromptEnhancement enhancement;

    @Override
    public String name() {
        return "redo";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        Image image = images.get(exchange.userId(), Long.parseLong(value));
        return enhancement
                .enhance(
                        exchange.caller(),
                        Channel.TELEGRAM,
                        EnhancementWish.of(
                                image.spec().prompt(), null, image.spec().style()),
                        piece -> {})
                .thenAccept(better -> orders.redo(exchange, image, better.prompt()));
    }
}
