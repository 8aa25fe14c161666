package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.pixazo.prompts.control.PromptRepository;

/** Says a saved prompt to the model. */
@ApplicationScoped
public class AskPromptButton implements ButtonAction {

    @Inject
    PromptRepository prompts;

    @Inject
    Talk talk;

    @Override
    public String name() {
        return "ask";
    }

    @Override
    public CompletionStage<Void> press(Exchange exchange, String value) {
        return talk.ask(
                exchange, prompts.get(exchange.userId(), Long.parseLong(value)).content());
    }
}
