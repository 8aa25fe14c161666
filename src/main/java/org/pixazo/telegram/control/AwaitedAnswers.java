package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pixazo.chats.control.Answers;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.Button;
import org.pixazo.telegram.entity.Outgoing;
import org.pixazo.telegram.entity.Spot;
import org.pixazo.web.control.Json;

/** Shows answers while they come, and puts them into the queue when they are whole. */
@ApplicationScoped
public class AwaitedAnswers {

    /** With more pieces than this an answer comes as a file, behind its first piece. */
    private static final int MOST_PIECES = 4;

    @Inject
    Answers answers;

    @Inject
    MessageRepository messages;

    @Inject
    AwaitedWorks waits;

    @Inject
    UpdateWorker worker;

    @Inject
    Sender sender;

    @Inject
    Outbox outbox;

    @Inject
    Texts texts;

    private final Set<Long> followed = ConcurrentHashMap.newKeySet();
    private volatile BotClient bot;

    void begin(BotClient client) {
        bot = client;
    }

    /** Follows an answer, if this server receives it, or delivers it, if it has ended. */
    void follow(AwaitedWork work) {
        if (bot == null || !followed.add(work.subjectId())) {
            return;
        }
        AnswerView view =
                new AnswerView(work, Json.mapper().readValue(work.place(), Spot.class), bot, sender, outbox, this::end);
        if (answers.join(work.subjectId(), view)) {
            return;
        }
        Optional<Message> stored = messages.find(work.subjectId());
        if (stored.isPresent() && stored.get().status() == MessageStatus.STREAMING) {
            // Another server receives it; looked at again later.
            followed.remove(work.subjectId());
        } else {
            end(work, stored.orElse(null));
        }
    }

    /** Puts an answer into the queue. */
    private void end(AwaitedWork work, Message message) {
        Spot spot = Json.mapper().readValue(work.place(), Spot.class);
        sender.pass(spot.chatId(), null);
        waits.over(work.about(), message == null ? List.of() : outgoing(work, spot, message));
        followed.remove(work.subjectId());
        worker.wake(work.telegramChatId());
    }

    private List<Outgoing> outgoing(AwaitedWork work, Spot spot, Message message) {
        Texts.Language language = texts.in(spot.language());
        String text = words(message, language);
        // Of white space alone nothing would be left to send.
        List<MessageSplitter.Piece> pieces = MessageSplitter.split(text).stream()
                .filter(piece -> !piece.text().isBlank())
                .toList();
        List<Outgoing> parts = new ArrayList<>();
        boolean file = pieces.size() > MOST_PIECES;
        for (MessageSplitter.Piece piece : file ? pieces.subList(0, 1) : pieces) {
            String markdown = piece.markdown();
            parts.add(Outgoing.text(spot, TelegramHtml.of(markdown), markdown, List.of()));
        }
        parts.set(0, parts.get(0).about(work.about()));
        if (file) {
            parts.add(Outgoing.file(spot, TelegramHtml.escape(language.get("answer.file")), text, "answer.md"));
        }
        int last = file ? 0 : parts.size() - 1;
        Outgoing end = parts.get(last);
        Button again = Button.of(language.get("button.regenerate"), "regen:" + message.chatId() + "." + message.id());
        parts.set(
                last,
                Outgoing.text(spot, end.html(), end.plain(), List.of(List.of(again)))
                        .about(end.about()));
        return parts;
    }

    private static String words(Message message, Texts.Language language) {
        String text = message.content();
        String note = switch (message.status()) {
            case FAILED -> language.get("answer.failed", message.error() == null ? "" : message.error());
            case INTERRUPTED -> language.get("answer.interrupted");
            case STOPPED -> language.get("answer.stopped");
            default -> text.isBlank() ? language.get("answer.empty") : "";
        };
        if (note.isEmpty()) {
            return text;
        }
        return text.isBlank() ? note : text + "\n\n" + note;
    }
}
