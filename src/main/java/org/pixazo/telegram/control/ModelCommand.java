package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.models.entity.ModelKind;

/** {@code /model}: chooses the models, by name or by a button. */
@ApplicationScoped
public class ModelCommand implements Command {

    @Inject
    Choices choices;

    @Override
    public String name() {
        return "model";
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        if (!arguments.isBlank()) {
            choices.chooseModel(exchange, arguments);
        } else {
            choices.showModels(exchange, ModelKind.TEXT, 0);
        }
        return Done.now();
    }
}
