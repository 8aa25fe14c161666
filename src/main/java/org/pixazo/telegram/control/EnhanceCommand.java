package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.pixazo.prompts.control.PromptEnhancement;
import org.pixazo.prompts.entity.EnhancementWish;
import org.pixazo.telegram.entity.Button;
import org.pixazo.usage.entity.Channel;

/** {@code /enhance an idea}: makes a prompt richer. */
@ApplicationScoped
public class EnhanceCommand implements Command {

    @Inject
    PromptEnhancement enhancement;

    @Override
    public String name() {
        return "enhance";
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        if (arguments.isBlank()) {
            exchange.say(exchange.text("enhance.usage"));
            return Done.now();
        }
        return enhancement
                .enhance(exchange.caller(), Channel.TELEGRAM, EnhancementWish.of(arguments, null, null), piece -> {})
                .thenAccept(better -> exchange.say(
                        better.prompt(),
                        List.of(List.of(
                                Button.of(exchange.text("button.draw"), "draw:"),
                                Button.of(exchange.text("button.savePrompt"), "store:")))));
    }
}
