package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.models.entity.ModelKind;

/** Chooses a text model. */
@ApplicationScoped
public class ModelButton implements ButtonAction {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "tm";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        choices.chooseByToken(exchange, ModelKind.TEXT, value);
        return Done.now();
    }
}
