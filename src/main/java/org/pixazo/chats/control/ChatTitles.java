package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.chats.entity.AnswerEnded;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.providers.control.ChatListener;
import org.pixazo.providers.control.ChatProviders;
import org.pixazo.providers.control.TokenEstimate;
import org.pixazo.providers.entity.ChatCompletion;
import org.pixazo.providers.entity.ChatOptions;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.usage.entity.NewCall;

/**
 * Names chats that nobody has named: by the first line said at once, and by the model that answered once it has, where
 * there is one.
 */
@ApplicationScoped
public class ChatTitles {

    private static final Logger LOG = Logger.getLogger(ChatTitles.class.getName());
    private static final int LONGEST = 60;
    private static final int MOST_SHOWN = 1_000;
    private static final int MOST_TOKENS = 400;
    private static final int OK = 200;
    private static final String TASK =
            "Give this conversation a title of two to six words in its own language. Answer with"
                    + " the title alone, without quotes and without a full stop.\n\n";

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    ChatProviders providers;

    @Inject
    Ledger ledger;

    /** Names a chat by what is said first in it. */
    void byRules(Chat chat, List<ChatTurn> turns) {
        if (chat.autoTitle()) {
            turns.stream()
                    .filter(turn -> turn.role().equals(MessageRole.USER.word()))
                    .findFirst()
                    .flatMap(turn -> line(turn.content()))
                    .ifPresent(title -> chats.title(chat.id(), title, false));
        }
    }

    void answered(@Observes AnswerEnded event) {
        Message answer = event.answer();
        if (answer.status() != MessageStatus.COMPLETE || answer.parentId() == null) {
            return;
        }
        Optional<Chat> chat = chats.find(answer.chatId()).filter(Chat::autoTitle);
        if (chat.isEmpty()) {
            return;
        }
        if (ModelCatalogue.OFFLINE.equals(answer.model())) {
            chats.title(answer.chatId(), chat.get().name(), true);
            return;
        }
        String said = messages.find(answer.parentId()).map(Message::content).orElse("");
        try {
            ask(event, TASK + "User: " + beginning(said) + "\n\nAssistant: " + beginning(answer.content()));
        } catch (PixazoException noModel) {
            LOG.log(Level.FINE, "Chat {0} keeps its first line as its name", answer.chatId());
            chats.title(answer.chatId(), chat.get().name(), true);
        }
    }

    private void ask(AnswerEnded event, String question) {
        ChosenTextModel model =
                catalogue.chooseText(event.caller().userId(), event.answer().model());
        Call call = ledger.reserve(NewCall.text(
                event.caller(),
                event.channel(),
                model.id(),
                model.provider(),
                TokenEstimate.tokens(question.length()),
                MOST_TOKENS));
        try {
            providers.stream(
                    new ChatRequest(
                            model.routes(),
                            List.of(new ChatTurn(MessageRole.USER.word(), question)),
                            new ChatOptions(null, MOST_TOKENS)),
                    new Title(call, event.answer().chatId()));
        } catch (RuntimeException e) {
            call.withdraw();
            throw e;
        }
    }

    /** Hears a title to its end. */
    private final class Title implements ChatListener {

        private final Call call;
        private final long chatId;
        private final StringBuilder text = new StringBuilder();

        Title(Call call, long chatId) {
            this.call = call;
            this.chatId = chatId;
        }

        @Override
        public void onAnswering(String upstream) {
            call.answeredBy(upstream);
        }

        @Override
        public void onDelta(String content) {
            call.firstByte();
            text.append(content);
        }

        @Override
        public void onComplete(ChatCompletion completion) {
            call.end(new CallEnd(CallStatus.COMPLETE, OK, completion.usage()));
            String bare = text.toString()
                    .replaceAll("(?is)<think>.*?</think>", "")
                    .strip()
                    .replaceAll("^[\"'“”*#\\s]+|[\"'“”*.\\s]+$", "");
            line(bare).ifPresent(title -> chats.title(chatId, title, true));
        }

        @Override
        public void onError(PixazoException error) {
            call.end(CallEnd.failed(error, null));
            LOG.log(Level.FINE, "Chat {0} keeps its first line as its name", chatId);
        }
    }

    private static String beginning(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    /** The first line of a text, as long as a name may be; empty where there is none. */
    static Optional<String> line(String text) {
        String line = text.strip()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        if (line.length() <= LONGEST) {
            return line.isEmpty() ? Optional.empty() : Optional.of(line);
        }
        int end = LONGEST - 1;
        return Optional.of(line.substring(0, Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end)
                        .strip() + "…");
    }
}
