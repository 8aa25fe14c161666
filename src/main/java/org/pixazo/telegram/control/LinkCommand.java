package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.settings.entity.Settings;

/** {@code /link code}: joins the account that a code of the console stands for. */
@ApplicationScoped
public class LinkCommand implements Command {

    /** What a link with a code begins with, behind {@code /start}. */
    static final String PAYLOAD = "link-";

    @Inject
    LinkCodes codes;

    @Inject
    UserRepository users;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return "link";
    }

    @Override
    public int place() {
        return 14;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        if (arguments.isBlank()) {
            exchange.say(exchange.text(
                    "link.usage",
                    settings.baseUrl().map(url -> " (" + url + "/account)").orElse("")));
            return Done.now();
        }
        Optional<Long> account = codes.use(exchange.incoming().sender(), arguments);
        exchange.say(
                account.isEmpty()
                        ? exchange.text("link.wrong")
                        : exchange.text("link.done", users.get(account.get()).username()));
        return Done.now();
    }
}
