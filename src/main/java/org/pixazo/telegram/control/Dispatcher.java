package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.telegram.entity.BotApiException;
import org.pixazo.telegram.entity.Incoming;

/** Finds what an update means: a command, a button, a file, or words for a model. */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
    private static final Pattern COMMAND = Pattern.compile("(?s)^/([A-Za-z0-9_]{1,32})(?:@(\\w+))?(?:\\s+(.*))?$");

    @Inject
    Instance<Command> commands;

    @Inject
    Instance<ButtonAction> actions;

    @Inject
    Doorkeeper door;

    @Inject
    Talk talk;

    @Inject
    ReceivedFiles files;

    @Inject
    Texts texts;

    @Inject
    Outbox outbox;

    /** All commands in the order of the menu. */
    List<Command> commands() {
        return commands.stream().sorted(Comparator.comparing(Command::place)).toList();
    }

    /** Whether an update must not wait for an answer under way. */
    static boolean urgent(Incoming update) {
        return update.press() != null || update.blocked() || update.text().matches("(?s)/cancel\\b.*");
    }

    /** An exchange of a person who may have no account. */
    Exchange exchange(Incoming update) {
        return new Exchange(update, null, texts.in(update.sender().language()));
    }

    CompletionStage<Exchange> handle(BotClient bot, Incoming update) {
        Exchange nobody = exchange(update);
        if (update.blocked()) {
            outbox.drop(update.chatId());
            return done(nobody);
        }
        if (update.chatId() == 0
                || (update.text().isBlank() && update.attachment() == null && update.press() == null)) {
            return done(nobody);
        }
        if (update.press() != null) {
            acknowledge(bot, update.press().id());
        }
        Matcher parts = COMMAND.matcher(update.text());
        boolean command = update.press() == null && parts.matches();
        if (!meant(bot, update, command ? parts.group(2) : null, command)) {
            return done(nobody);
        }
        Optional<Command> known = command ? named(parts.group(1)) : Optional.empty();
        Exchange exchange = door.open(nobody, known.filter(Command::open).isPresent());
        if (exchange == null) {
            return done(nobody);
        }
        return act(bot, exchange, command, known, parts).thenApply(nothing -> exchange);
    }

    private CompletionStage<Void> act(
            BotClient bot, Exchange exchange, boolean command, Optional<Command> known, Matcher parts) {
        Incoming update = exchange.incoming();
        if (update.press() != null) {
            return press(exchange, update.press().data());
        }
        String arguments =
                !command || parts.group(3) == null ? "" : parts.group(3).strip();
        if (update.attachment() != null && known.isEmpty()) {
            return files.received(bot, exchange, withoutMention(bot, update.text()));
        }
        if (update.attachment() != null
                && update.attachment().picture()
                && known.get().takesPhoto()) {
            return files.received(bot, exchange, arguments);
        }
        if (known.isPresent()) {
            return known.get().run(exchange, arguments);
        }
        if (command) {
            exchange.say(exchange.text("command.unknown", parts.group(1)));
            return Done.now();
        }
        return talk.ask(exchange, withoutMention(bot, update.text()));
    }

    private CompletionStage<Void> press(Exchange exchange, String data) {
        String[] parts = data.split(":", 2);
        Optional<ButtonAction> action =
                actions.stream().filter(known -> known.name().equals(parts[0])).findFirst();
        return action.isEmpty() ? Done.now() : action.get().press(exchange, parts.length > 1 ? parts[1] : "");
    }

    private Optional<Command> named(String name) {
        return commands.stream()
                .filter(command -> command.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** In a group the bot hears only what is meant for it. */
    private static boolean meant(BotClient bot, Incoming update, String commandFor, boolean command) {
        if (commandFor != null) {
            return commandFor.equalsIgnoreCase(bot.name());
        }
        return !update.group()
                || command
                || update.press() != null
                || update.replyToBot()
                || mention(bot).matcher(update.text()).find();
    }

    private static String withoutMention(BotClient bot, String text) {
        return mention(bot).matcher(text).replaceAll("").strip();
    }

    private static Pattern mention(BotClient bot) {
        return Pattern.compile("(?i)@" + Pattern.quote(bot.name()) + "\\b");
    }

    private static void acknowledge(BotClient bot, String press) {
        try {
            bot.acknowledge(press);
        } catch (BotApiException late) {
            LOG.log(Level.FINE, "A button was not acknowledged", late);
        }
    }

    private static CompletionStage<Exchange> done(Exchange exchange) {
        return java.util.concurrent.CompletableFuture.completedFuture(exchange);
    }
}
