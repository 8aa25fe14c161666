package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.Renditions;
import org.pixazo.images.entity.Image;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.telegram.entity.BotApiException;
import org.pixazo.telegram.entity.Button;
import org.pixazo.telegram.entity.Outgoing;

/**
 * Hands one message of the queue to Telegram. A text rather comes twice than never. A picture never comes twice unasked:
 * where Telegram may have it, the person is asked by a button.
 */
@ApplicationScoped
public class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
    private static final long LARGEST_PHOTO = 10_000_000;

    @Inject
    Outbox outbox;

    @Inject
    ImageRepository images;

    @Inject
    Renditions renditions;

    @Inject
    Texts texts;

    @Inject
    Metrics metrics;

    /**
     * Delivers.
     *
     * @return how many messages Telegram counts for it; 0 where nothing was sent
     * @throws BotApiException where it must be tried again; it then keeps its place
     */
    int deliver(BotClient bot, Outbox.Next next) {
        Outgoing message = next.message();
        if (next.unsure() && message.once()) {
            outbox.replace(next.id(), question(message));
            return 0;
        }
        try {
            int weight = send(bot, next.id(), message);
            metrics.count(
                    "telegram.messages",
                    "Messages that Telegram took",
                    "kind",
                    message.kind().name().toLowerCase(java.util.Locale.ROOT));
            return weight;
        } catch (BotApiException e) {
            if (e.tooMany() || e.gone() || e.unauthorized()) {
                certainlyNot(next.id(), message);
                throw e;
            }
            if (e.passing()) {
                if (!e.unanswered()) {
                    certainlyNot(next.id(), message);
                }
                throw e;
            }
            outbox.replace(next.id(), anotherWay(message, e));
            return 1;
        }
    }

    private void certainlyNot(long id, Outgoing message) {
        if (message.once()) {
            outbox.sending(id, false);
        }
    }

    private int send(BotClient bot, long id, Outgoing message) {
        Optional<Integer> earlier = message.about() == null ? Optional.empty() : outbox.messageAbout(message.about());
        if (message.kind() == Outgoing.Kind.REMOVAL) {
            earlier.ifPresent(known -> remove(bot, message, known));
            outbox.done(id, null, null);
            return earlier.isPresent() ? 1 : 0;
        }
        if (message.kind() == Outgoing.Kind.TEXT && earlier.isPresent() && edited(bot, message, earlier.get())) {
            outbox.done(id, null, null);
            return 1;
        }
        List<PictureFile> files = files(message);
        if (message.once() && files.size() < message.images().size()) {
            // Deleted meanwhile.
            outbox.done(id, null, null);
            return 0;
        }
        int sent = bot.send(message, files, message.once() ? () -> outbox.sending(id, true) : () -> {});
        outbox.done(id, message.kind() == Outgoing.Kind.TEXT ? message.about() : null, sent);
        return message.weight();
    }

    private static boolean edited(BotClient bot, Outgoing message, int messageId) {
        try {
            bot.edit(messageId, message);
            return true;
        } catch (BotApiException e) {
            if (e.notModified()) {
                return true;
            }
            if (e.notEditable()) {
                return false;
            }
            throw e;
        }
    }

    private static void remove(BotClient bot, Outgoing message, int messageId) {
        try {
            bot.remove(message.spot().chatId(), messageId);
        } catch (BotApiException e) {
            if (!e.notEditable()) {
                throw e;
            }
        }
    }

    /** What to do with a message that Telegram will never take as it is. */
    private static Outgoing anotherWay(Outgoing message, BotApiException e) {
        LOG.log(Level.INFO, "Telegram refuses a message, which is sent another way: {0}", e.getMessage());
        if (e.replyGone() && message.spot().replyTo() != null) {
            return message.replyingToNothing();
        }
        if (message.html() != null && e.badMarkup()) {
            return message.unformatted();
        }
        if (message.kind() == Outgoing.Kind.PHOTO && !message.images().isEmpty()) {
            return Outgoing.original(
                    message.spot(), message.about(), message.images().get(0));
        }
        if (message.kind() == Outgoing.Kind.TEXT && e.tooLong()) {
            return Outgoing.file(message.spot(), null, message.plain(), "message.md");
        }
        if (message.html() != null) {
            return message.unformatted();
        }
        return Outgoing.removal(message.spot(), null);
    }

    private Outgoing question(Outgoing message) {
        Texts.Language language = texts.in(message.spot().language());
        String text = language.get("photo.unsure");
        String data = "again:"
                + message.images().stream().map(String::valueOf).findFirst().orElse("");
        return Outgoing.text(
                message.spot(),
                TelegramHtml.escape(text),
                text,
                List.of(List.of(Button.of(language.get("button.sendAgain"), data))));
    }

    private List<PictureFile> files(Outgoing message) {
        return message.images().stream()
                .map(images::find)
                .flatMap(Optional::stream)
                .map(image -> message.kind() == Outgoing.Kind.ORIGINAL ? original(image) : photo(image))
                .toList();
    }

    private PictureFile original(Image image) {
        String type = image.file().mediaType();
        return read(renditions.converted(image.file(), type.substring("image/".length())), type);
    }

    private PictureFile photo(Image image) {
        boolean fits = image.file().bytes() < LARGEST_PHOTO
                && !image.file().mediaType().equals("image/webp");
        return fits ? original(image) : read(renditions.converted(image.file(), "jpeg"), "image/jpeg");
    }

    private static PictureFile read(Path path, String mediaType) {
        try {
            return new PictureFile(Files.readAllBytes(path), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a picture cannot be read", e);
        }
    }
}
