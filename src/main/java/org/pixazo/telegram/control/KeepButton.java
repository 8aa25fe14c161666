package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.images.control.ImageRepository;

/** Saves the prompt of a picture. */
@ApplicationScoped
public class KeepButton implements ButtonAction {

    @Inject
    SaveCommand save;

    @Inject
    ImageRepository images;

    @Override
    public String name() {
        return "keep";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        save.save(
                exchange,
                images.get(exchange.userId(), Long.parseLong(value)).spec().prompt());
        return Done.now();
    }
}
