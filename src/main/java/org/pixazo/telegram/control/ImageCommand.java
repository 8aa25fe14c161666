package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /image x4 a lighthouse}: orders pictures. */
@ApplicationScoped
public class ImageCommand implements Command {

    private static final Pattern MANY = Pattern.compile("(?s)[x×]([1-8])\\s+(.*)");

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
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        Matcher parts = MANY.matcher(arguments);
        boolean many = parts.matches();
        String prompt = many ? parts.group(2).strip() : arguments;
        if (prompt.isBlank()) {
            exchange.say(exchange.text("image.usage"));
        } else {
            orders.order(exchange, prompt, many ? Integer.parseInt(parts.group(1)) : 1);
        }
        return Done.now();
    }
}
