package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.models.entity.ModelKind;

/** Shows a page of the text models. */
@ApplicationScoped
public class TextModelsButton implements ButtonAction {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "tms";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        choices.showModels(exchange, ModelKind.TEXT, Integer.parseInt(value));
        return Done.now();
    }
}
