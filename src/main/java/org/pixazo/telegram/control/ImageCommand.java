package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** {@code /image x4 a lighthouse}: orders pictures. */
@ApplicationScoped
public class ImageCommand implements Command {

    @Inject
    Orders orders;

    @Override
    public String name() {
        return "image";
    }

    @Override
    public int place() {
        return 4;
    }

    @Override
    public boolean takesPhoto() {
        return true;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        PictureWish wish = PictureWish.of(arguments);
        if (wish.prompt().isBlank()) {
            exchange.say(exchange.text("image.usage"));
        } else {
            orders.order(exchange, wish);
        }
        return Done.now();
    }
}
