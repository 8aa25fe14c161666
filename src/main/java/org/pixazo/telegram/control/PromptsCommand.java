package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /prompts words}: shows the library, or what is found in it. */
@ApplicationScoped
public class PromptsCommand implements Command {

    @Inject
    Library library;

    @Override
    public String name() {
        return "prompts";
    }

    @Override
    public int place() {
        return 7;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        library.show(exchange, arguments, 0);
        return Done.now();
    }
}
