package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.models.entity.ModelKind;

/** Chooses an image model. */
@ApplicationScoped
public class ImageModelButton implements ButtonAction {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "im";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        choices.chooseByToken(exchange, ModelKind.IMAGE, value);
        return Done.now();
    }
}
