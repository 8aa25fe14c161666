package org.pixazo.telegram.control;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.chats.control.AnswerReader;
import org.pixazo.chats.entity.Message;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.BotApiException;
import org.pixazo.telegram.entity.Outgoing;
import org.pixazo.telegram.entity.Spot;

/**
 * An answer on Telegram while it comes: a draft in private chats where the Bot API has them, else a message that is edited
 * when the answer has grown enough to be worth it. Plain text, since markup may still be open.
 */
final class AnswerView implements AnswerReader {

    private static final Logger LOG = Logger.getLogger(AnswerView.class.getName());
    private static final long PATIENCE = Duration.ofMillis(1_200).toNanos();
    private static final long ACTION_SECONDS = Duration.ofMillis(4_500).toNanos();
    private static final int LONGEST = 3_900;
    private static final int[] LENGTHS = {50, 200, 1_000, Integer.MAX_VALUE};
    private static final int[] PRIVATE_STEPS = {15, 25, 45, 90};
    private static final int[] GROUP_STEPS = {50, 90, 120, 180};

    private final AwaitedWork work;
    private final Spot spot;
    private final BotClient bot;
    private final Sender sender;
    private final Outbox outbox;
    private final BiConsumer<AwaitedWork, Message> end;
    private final long began = System.nanoTime();
    private final StringBuilder text = new StringBuilder();

    private long actedAt = began - ACTION_SECONDS;
    private int shown;

    AnswerView(
            AwaitedWork work,
            Spot spot,
            BotClient bot,
            Sender sender,
            Outbox outbox,
            BiConsumer<AwaitedWork, Message> end) {
        this.work = work;
        this.spot = spot;
        this.bot = bot;
        this.sender = sender;
        this.outbox = outbox;
        this.end = end;
    }

    @Override
    public void onPiece(String piece) {
        text.append(piece);
        act();
        boolean patient = System.nanoTime() - began > PATIENCE;
        if (patient
                && text.length() - shown >= step()
                && shown < LONGEST
                && !text.toString().isBlank()) {
            shown = text.length();
            String view = text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
            sender.pass(spot.chatId(), () -> show(view + " …"));
        }
    }

    @Override
    public void onSilence() {
        act();
    }

    @Override
    public void onEnd(Message message, PixazoException failure) {
        end.accept(work, message);
    }

    @Override
    public boolean gone() {
        return false;
    }

    private int step() {
        int[] steps = spot.chatId() < 0 ? GROUP_STEPS : PRIVATE_STEPS;
        int range = 0;
        while (text.length() >= LENGTHS[range]) {
            range++;
        }
        return steps[range];
    }

    private void act() {
        if (System.nanoTime() - actedAt > ACTION_SECONDS && !sender.resting(spot.chatId())) {
            actedAt = System.nanoTime();
            try {
                bot.action(spot.chatId(), spot.thread(), "typing");
            } catch (BotApiException unimportant) {
                LOG.log(Level.FINE, "The typing sign was not shown", unimportant);
            }
        }
    }

    private void show(String view) {
        if (bot.hasDrafts() && spot.chatId() > 0) {
            try {
                bot.draft(spot.chatId(), (int) (1 + work.subjectId() % Integer.MAX_VALUE), view);
                return;
            } catch (BotApiException e) {
                if (e.tooMany() || e.gone() || e.passing()) {
                    throw e;
                }
                LOG.log(Level.INFO, "This Bot API has no drafts; answers are shown by edits: {0}", e.getMessage());
                bot.giveUpDrafts();
            }
        }
        Outgoing message = new Outgoing(
                Outgoing.Kind.TEXT, spot, null, view, java.util.List.of(), work.about(), java.util.List.of(), null);
        var known = outbox.messageAbout(work.about());
        try {
            if (known.isPresent()) {
                bot.edit(known.get(), message);
            } else {
                outbox.note(work.about(), bot.send(message, java.util.List.of(), () -> {}));
            }
        } catch (BotApiException e) {
            if (!e.notModified()) {
                throw e;
            }
        }
    }
}
