package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.chats.entity.AnswerEnded;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.chats.entity.QueuedMessage;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.TooManyRequestsException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.usage.entity.Channel;

/**
 * What is said while an answer is under way waits in the database, and is asked when its turn comes, in order, also after a
 * restart. Behind an answer that failed it waits for a person.
 */
@ApplicationScoped
public class MessageQueue {

    private static final Logger LOG = Logger.getLogger(MessageQueue.class.getName());

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    Conversation conversation;

    @Inject
    QueueRows rows;

    @Inject
    ApiKeyService keys;

    /** In the order in which they are asked. */
    public List<QueuedMessage> list(long userId, long chatId) {
        chats.get(userId, chatId);
        return rows.of(chatId);
    }

    /** Puts something behind all that waits; where nothing is under way it is asked at once. */
    public QueuedMessage add(Caller caller, Channel channel, long chatId, String content, String model) {
        chats.get(caller.userId(), chatId);
        QueuedMessage queued = rows.add(new QueuedMessage(
                chatId, caller.userId(), caller.keyId(), channel.word(), content, model, Timestamps.now()));
        goOn(chatId);
        return queued;
    }

    /** Lets one that waits say something else; where it waited for a person it waits for its turn again. */
    public QueuedMessage change(long userId, long chatId, long id, String content) {
        chats.get(userId, chatId);
        QueuedMessage changed = rows.change(chatId, id, content);
        goOn(chatId);
        return changed;
    }

    public void remove(long userId, long chatId, long id) {
        chats.get(userId, chatId);
        rows.remove(chatId, id);
    }

    void answered(@Observes AnswerEnded event) {
        long chatId = event.answer().chatId();
        if (event.answer().status() == MessageStatus.FAILED) {
            rows.next(chatId).ifPresent(next -> rows.hold(next.id(), "The answer before it failed."));
        } else if (event.answer().status() != MessageStatus.INTERRUPTED) {
            goOn(chatId);
        }
    }

    /** Goes on wherever something waits and nothing is under way. */
    public void goOn() {
        rows.chats().forEach(this::goOn);
    }

    private void goOn(long chatId) {
        if (messages.answering(chatId)) {
            return;
        }
        rows.next(chatId).ifPresent(next -> {
            try {
                conversation.askQueued(next, caller(next));
            } catch (TooManyRequestsException later) {
                LOG.log(Level.FINE, "Queued message {0} waits for its limit", next.id());
            } catch (PixazoException e) {
                rows.hold(next.id(), e.getMessage());
            }
        });
    }

    private Caller caller(QueuedMessage queued) {
        KeyLimits limits = queued.keyId() == null
                ? KeyLimits.NONE
                : keys.limits(queued.keyId()).orElse(KeyLimits.NONE);
        return Caller.ofWork(queued.userId(), queued.keyId(), limits);
    }
}
