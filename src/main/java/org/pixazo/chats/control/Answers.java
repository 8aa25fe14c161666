package org.pixazo.chats.control;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.chats.entity.AnswerEnd;
import org.pixazo.chats.entity.AnswerEnded;
import org.pixazo.chats.entity.ChatDeleted;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.providers.control.ChatProviders;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.schema.control.Node;
import org.pixazo.web.entity.ShutdownStarted;

/** The answers that this server receives at the moment. */
@ApplicationScoped
public class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    /** A database that is away for a moment must not make a whole answer look interrupted. */
    private static final RetryPolicy<Object> STORING = RetryPolicy.builder()
            .handle(RuntimeException.class)
            .withBackoff(Duration.ofMillis(100), Duration.ofMillis(1600))
            .withMaxRetries(5)
            .onRetry(retry -> LOG.log(
                    Level.WARNING,
                    "The end of an answer could not be stored, and is tried again",
                    retry.getLastException()))
            .build();

    @Inject
    MessageRepository messages;

    @Inject
    AnswerRows rows;

    @Inject
    AnswerJournal journal;

    @Inject
    ChatProviders providers;

    @Inject
    Node node;

    @Inject
    Metrics metrics;

    @Inject
    Event<AnswerEnded> ended;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private final Map<Long, LiveAnswer> live = new ConcurrentHashMap<>();

    /** Held shared between the storing of a row and its answer's being live, and exclusively to wait for that. */
    private final ReadWriteLock beginning = new ReentrantReadWriteLock();

    @PostConstruct
    void measure() {
        metrics.gauge("chat.answers.streaming", "Answers under way", live::size);
    }

    /**
     * Does what stores the row of an answer and starts it. In between, whoever reads the row would take the answer for
     * another server's; {@link #joinOnceBegun} waits until it is over.
     */
    <T> T begin(Supplier<T> storingAndStarting) {
        beginning.readLock().lock();
        try {
            return storingAndStarting.get();
        } finally {
            beginning.readLock().unlock();
        }
    }

    /** Begins to receive an answer whose row is stored. Returns at once. */
    void start(Message begun, ChosenTextModel model, AnswerCall call) {
        LiveAnswer answer = new LiveAnswer(
                begun,
                call,
                journal.open(begun.id()),
                executor,
                end -> ended.fire(new AnswerEnded(end, call.caller(), call.channel())),
                this::store);
        live.put(begun.id(), answer);
        try {
            answer.attach(providers.stream(new ChatRequest(model.routes(), call.turns(), call.options()), answer));
        } catch (PixazoException e) {
            answer.onError(e);
        } catch (RuntimeException e) {
            answer.onError(new UpstreamFailedException("The model could not be asked.", e));
        }
    }

    /**
     * Joins an answer: what came so far, then what comes.
     *
     * @return false where this server does not receive it
     */
    public boolean join(long messageId, AnswerReader reader) {
        LiveAnswer answer = live.get(messageId);
        if (answer == null) {
            return false;
        }
        answer.subscribe(reader);
        return true;
    }

    /** The same for an answer whose row says that it is under way, but which may just be about to begin here. */
    public boolean joinOnceBegun(long messageId, AnswerReader reader) {
        beginning.writeLock().lock();
        beginning.writeLock().unlock();
        return join(messageId, reader);
    }

    /** What came so far for an answer that this server receives. */
    public Optional<String> textSoFar(long messageId) {
        return Optional.ofNullable(live.get(messageId)).map(answer -> answer.textFrom(0));
    }

    /** Ends an answer at its reader's wish; the text that came stays. */
    void stop(long messageId) {
        LiveAnswer answer = live.get(messageId);
        if (answer != null) {
            answer.cut(MessageStatus.STOPPED);
        } else {
            // Received by another server, which notices when it renews the lease.
            messages.find(messageId)
                    .filter(message -> message.status() == MessageStatus.STREAMING)
                    .ifPresent(message -> rows.end(
                            messageId, new AnswerEnd(MessageStatus.STOPPED, message.content(), null, null, null)));
        }
    }

    /** Nobody can read on what a deleted chat would be told. */
    void chatIsGone(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatDeleted event) {
        live.values().stream()
                .filter(answer -> answer.chatId() == event.chatId())
                .forEach(answer -> answer.cut(MessageStatus.STOPPED));
    }

    /** Ends all answers because the server goes, and lets their readers hear it; they can be regenerated. */
    void interruptAll(@Observes ShutdownStarted event) {
        List<LiveAnswer> cut = List.copyOf(live.values());
        cut.forEach(answer -> answer.cut(MessageStatus.INTERRUPTED));
        long patience = System.nanoTime() + LAST_WORDS.toNanos();
        while (!cut.stream().allMatch(LiveAnswer::heard) && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Renews the leases of the answers under way, and ends those that were stopped or removed elsewhere. */
    public void renewLeases() {
        for (LiveAnswer answer : live.values()) {
            if (answer.ended() == null && !rows.renew(answer.id(), node.lease()) && live.containsKey(answer.id())) {
                answer.cut(MessageStatus.STOPPED);
            }
        }
    }

    /** Tells readers to whom nothing was said for ten seconds that their answer lives. */
    public void breakSilence() {
        live.values().forEach(answer -> answer.wakeReadersSilentFor(SILENCE.toNanos()));
    }

    /**
     * Marks answers that nobody receives any more as interrupted, with the text that they had.
     *
     * @param starting whether this server has just started, so that all answers that it once received are orphans
     */
    public void adoptOrphans(boolean starting) {
        for (Message orphan : rows.orphaned(starting ? node.name() : null)) {
            if (!live.containsKey(orphan.id())) {
                String text = journal.read(orphan.id()).orElse(orphan.content());
                rows.end(orphan.id(), new AnswerEnd(MessageStatus.INTERRUPTED, text, null, null, null));
                journal.remove(orphan.id());
                LOG.info(() -> "Answer " + orphan.id() + " was interrupted after " + text.length() + " characters");
            }
        }
    }

    private Message store(LiveAnswer answer, AnswerEnd end) {
        try {
            metrics.count(
                    "chat.answers",
                    "Answers that ended",
                    "outcome",
                    end.status().word());
            Message message =
                    Failsafe.with(STORING).get(() -> rows.end(answer.id(), end)).orElse(null);
            journal.remove(answer.id());
            return message == null ? answer.unstored(end) : message;
        } finally {
            live.remove(answer.id());
        }
    }
}
