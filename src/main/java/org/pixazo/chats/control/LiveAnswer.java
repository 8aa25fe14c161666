package org.pixazo.chats.control;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.chats.entity.AnswerEnd;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.providers.control.ChatCall;
import org.pixazo.providers.control.ChatListener;
import org.pixazo.providers.entity.ChatCompletion;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.RequestId;

/**
 * An answer under way in this server: collects the pieces, keeps them in the journal, wakes the readers, and ends once.
 * Thread-safe.
 */
final class LiveAnswer implements ChatListener {

    private static final Logger LOG = Logger.getLogger(LiveAnswer.class.getName());

    private final long id;
    private final Message begun;
    private final AnswerCall ledger;
    private final AnswerJournal.Entry journal;
    private final Executor executor;
    private final BiFunction<LiveAnswer, AnswerEnd, Message> store;
    private final Consumer<Message> told;
    private final String requestId = RequestId.current();
    private final List<AnswerSubscription> subscriptions = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private ChatCall call;
    private boolean ending;
    private Message ended;
    private PixazoException failure;

    /**
     * @param begun the message as it is at its begin
     * @param ledger the call to settle
     * @param told hears of the end once it is stored
     * @param store writes the end into the database and gives the message as it then is
     */
    LiveAnswer(
            Message begun,
            AnswerCall ledger,
            AnswerJournal.Entry journal,
            Executor executor,
            Consumer<Message> told,
            BiFunction<LiveAnswer, AnswerEnd, Message> store) {
        this.id = begun.id();
        this.begun = begun;
        this.ledger = ledger;
        this.journal = journal;
        this.executor = executor;
        this.told = told;
        this.store = store;
        if (!ledger.begun().isEmpty()) {
            journal.append(ledger.begun());
            text.append(ledger.begun());
        }
    }

    long id() {
        return id;
    }

    long chatId() {
        return begun.chatId();
    }

    /** The call upstream, for ending it early. */
    void attach(ChatCall startedCall) {
        boolean late;
        synchronized (this) {
            call = startedCall;
            late = ending;
        }
        if (late) {
            startedCall.cancel();
        }
    }

    void subscribe(AnswerReader reader) {
        AnswerSubscription subscription = new AnswerSubscription(this, reader, executor);
        subscriptions.removeIf(AnswerSubscription::over);
        subscriptions.add(subscription);
        subscription.wake();
    }

    void wakeReadersSilentFor(long nanos) {
        subscriptions.removeIf(AnswerSubscription::over);
        subscriptions.forEach(subscription -> subscription.wakeIfSilentFor(nanos));
    }

    /** Whether every reader has heard the end. */
    boolean heard() {
        return subscriptions.stream().allMatch(AnswerSubscription::over);
    }

    synchronized String textFrom(int position) {
        return text.substring(Math.min(position, text.length()));
    }

    /** The message with its end, once it is in the database; null before. */
    synchronized Message ended() {
        return ended;
    }

    /** What made the answer fail; null otherwise. */
    synchronized PixazoException failure() {
        return failure;
    }

    @Override
    public void onAnswering(String upstream) {
        ledger.answeredBy(upstream);
    }

    @Override
    public void onDelta(String content) {
        ledger.firstPiece();
        try {
            synchronized (this) {
                if (ending) {
                    return;
                }
                journal.append(content);
                text.append(content);
            }
        } catch (UncheckedIOException e) {
            LOG.log(Level.SEVERE, "Answer " + id + " cannot be kept", e);
            cancelCall();
            onError(new UnavailableException("The server has no room to keep the answer.", e));
            return;
        }
        subscriptions.forEach(AnswerSubscription::wake);
    }

    @Override
    public void onComplete(ChatCompletion completion) {
        // The database may make us wait; the thread on which the answer comes must not.
        begin(MessageStatus.COMPLETE, null, completion.finishReason(), completion.usage())
                .ifPresent(end -> executor.execute(() -> finish(end)));
    }

    @Override
    public void onError(PixazoException error) {
        begin(MessageStatus.FAILED, error, null, null).ifPresent(end -> executor.execute(() -> finish(end)));
    }

    /** Ends the answer from this side: at a reader's wish, or because the server goes. Returns when it is stored. */
    void cut(MessageStatus status) {
        cancelCall();
        begin(status, null, null, null).ifPresent(this::finish);
    }

    private void cancelCall() {
        ChatCall running;
        synchronized (this) {
            running = call;
        }
        if (running != null) {
            running.cancel();
        }
    }

    /** Begins the end; empty where it has begun. */
    private synchronized Optional<AnswerEnd> begin(
            MessageStatus status, PixazoException error, String finishReason, TokenUsage usage) {
        if (ending) {
            return Optional.empty();
        }
        ending = true;
        failure = error;
        ledger.end(status, error, usage, text.length() - ledger.begun().length());
        String words = error == null ? null : error.getMessage();
        return Optional.of(new AnswerEnd(status, text.toString(), words, finishReason, usage));
    }

    private void finish(AnswerEnd end) {
        RequestId.run(requestId, () -> {
            Message message = store(end);
            synchronized (this) {
                journal.close();
                ended = message;
            }
            subscriptions.forEach(AnswerSubscription::wake);
            tell(message);
        });
    }

    private void tell(Message message) {
        try {
            told.accept(message);
        } catch (RuntimeException e) {
            // The answer itself is whole; what follows it is tried again by the heartbeat.
            LOG.log(Level.WARNING, "What follows answer " + id + " failed", e);
        }
    }

    /** The message with its end, as only this server knows it. */
    Message unstored(AnswerEnd end) {
        begun.end(end, Timestamps.now());
        return begun;
    }

    private Message store(AnswerEnd end) {
        try {
            return store.apply(this, end);
        } catch (RuntimeException e) {
            // The journal keeps the text; the row is mended when its lease has run out.
            LOG.log(Level.SEVERE, "The end of answer " + id + " cannot be stored", e);
            return unstored(end);
        }
    }
}
