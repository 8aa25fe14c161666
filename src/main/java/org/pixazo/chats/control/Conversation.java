package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.chats.entity.QueuedMessage;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.providers.control.TokenEstimate;
import org.pixazo.providers.entity.ChatOptions;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.schema.control.Node;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;

/** Asks models: stores the question, begins the answer, and leaves it to {@link Answers}. Never waits for a model. */
@ApplicationScoped
public class Conversation {

    private static final String GO_ON =
            "Your last answer ended too early. Continue exactly where it ends: repeat nothing, and"
                    + " write no word before.";

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    AnswerRows rows;

    @Inject
    Answers answers;

    @Inject
    Ledger ledger;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    UserRepository users;

    @Inject
    ChatContexts contexts;

    @Inject
    ChatTitles titles;

    @Inject
    Node node;

    /**
     * Stores a message and, where a user speaks, has it answered.
     *
     * @param channel by which the message came
     * @param model catalogue id; null for the chat's own
     * @param key of a request that may be sent again
     * @return the message and the beginning of the answer
     * @throws org.pixazo.errors.entity.PixazoException with status 429 where a limit of the caller's key is reached; then
     *     nothing is stored
     */
    public MessageRepository.Stored say(
            Caller caller,
            Channel channel,
            long chatId,
            MessageRole role,
            String content,
            String model,
            Optional<IdempotencyKey> key) {
        if (role != MessageRole.USER) {
            return messages.store(caller.userId(), chatId, role, content, key);
        }
        Chat chat = chats.get(caller.userId(), chatId);
        ChosenTextModel chosen = choose(caller, chat, model);
        Call call = reserve(caller, channel, chosen, chat, chat.currentMessageId(), content.length());
        return begun(call, () -> {
            MessageRepository.Stored stored =
                    messages.ask(caller.userId(), chatId, content, chosen.id(), node.lease(), key);
            if (stored.repeated()) {
                call.withdraw();
            } else {
                begin(chat, stored.reply(), chosen, call, caller, channel);
            }
            return stored;
        });
    }

    /**
     * Has a question answered once more; the earlier answer stays beside the new one.
     *
     * @param channel by which that is asked
     * @param messageId the earlier answer, or the question itself
     * @param model catalogue id; null for the chat's own
     * @return the new answer
     * @throws ConflictException where there is no question to answer
     */
    public Message regenerate(Caller caller, Channel channel, long chatId, long messageId, String model) {
        Chat chat = chats.get(caller.userId(), chatId);
        Message message = messages.get(chatId, messageId);
        Message question = message.role() == MessageRole.ASSISTANT && message.parentId() != null
                ? messages.get(chatId, message.parentId())
                : message;
        if (question.role() != MessageRole.USER) {
            throw new ConflictException("Message " + messageId + " has no question that could be answered again.");
        }
        if (message.status() == MessageStatus.STREAMING) {
            throw new ConflictException("Message " + messageId + " is still being answered; stop it first.");
        }
        ChosenTextModel chosen = choose(caller, chat, model);
        Call call = reserve(caller, channel, chosen, chat, question.id(), 0);
        return begun(call, () -> {
            Message answer = messages.answerAgain(chatId, question.id(), chosen.id(), node.lease());
            begin(chat, answer, chosen, call, caller, channel);
            return answer;
        });
    }

    /**
     * Ends an answer under way; the text that came stays. Does nothing where it has ended.
     *
     * @throws ConflictException where the message is no answer
     */
    public Message stop(long userId, long chatId, long messageId) {
        chats.get(userId, chatId);
        if (messages.get(chatId, messageId).role() != MessageRole.ASSISTANT) {
            throw new ConflictException("Message " + messageId + " is not an answer.");
        }
        answers.stop(messageId);
        return messages.get(chatId, messageId);
    }

    /**
     * Asks something else in a question's place; the question and its answers stay beside it.
     *
     * @throws ConflictException where the message is no question
     */
    public MessageRepository.Stored askAnew(
            Caller caller, Channel channel, long chatId, long messageId, String content, String model) {
        Chat chat = chats.get(caller.userId(), chatId);
        Message question = messages.get(chatId, messageId);
        if (question.role() != MessageRole.USER) {
            throw new ConflictException("Message " + messageId + " is no question; only questions are asked anew.");
        }
        ChosenTextModel chosen = choose(caller, chat, model);
        Call call = reserve(caller, channel, chosen, chat, question.parentId(), content.length());
        return begun(call, () -> {
            MessageRepository.Stored stored =
                    messages.askBeside(caller.userId(), chatId, question, content, chosen.id(), node.lease());
            begin(chat, stored.reply(), chosen, call, caller, channel);
            return stored;
        });
    }

    /**
     * Has an answer gone on with that was cut off: by its reader, its length, a failure or the server's end. The longer
     * one stands beside it.
     *
     * @return the longer answer
     * @throws ConflictException where the message is no answer, or still coming
     */
    public Message goOn(Caller caller, Channel channel, long chatId, long messageId) {
        Chat chat = chats.get(caller.userId(), chatId);
        Message cut = messages.get(chatId, messageId);
        if (cut.role() != MessageRole.ASSISTANT || cut.parentId() == null || cut.status() == MessageStatus.STREAMING) {
            throw new ConflictException("Message " + messageId + " is no answer that could be gone on with.");
        }
        ChosenTextModel chosen = choose(caller, chat, cut.model());
        Call call = reserve(caller, channel, chosen, chat, cut.id(), GO_ON.length());
        return begun(call, () -> {
            Message answer = messages.answerAgain(chatId, cut.parentId(), chosen.id(), node.lease());
            ChatContexts.Sent sent = contexts.sent(caller.userId(), chat, cut.id(), chosen.id());
            List<ChatTurn> turns = new ArrayList<>(sent.turns());
            turns.add(new ChatTurn(MessageRole.USER.word(), GO_ON));
            leaveOut(answer, sent.leftOut());
            answers.start(answer, chosen, new AnswerCall(call, turns, options(chat), caller, channel, cut.content()));
            return answer;
        });
    }

    /**
     * Makes a queued message a question of its chat.
     *
     * @return whether it was asked; not where it is gone or an answer is under way
     */
    boolean askQueued(QueuedMessage queued, Caller caller) {
        Channel channel = Channel.of(queued.channel()).orElse(Channel.WEB);
        Chat chat = chats.get(queued.userId(), queued.chatId());
        ChosenTextModel chosen = choose(caller, chat, queued.model());
        Call call = reserve(
                caller,
                channel,
                chosen,
                chat,
                chat.currentMessageId(),
                queued.content().length());
        return begun(call, () -> {
            Optional<MessageRepository.Stored> stored = messages.askQueued(queued, chosen.id(), node.lease());
            if (stored.isEmpty()) {
                call.withdraw();
                return false;
            }
            begin(chat, stored.get().reply(), chosen, call, caller, channel);
            return true;
        });
    }

    /** Removes a message; an answer under way is ended first. What followed it then follows what came before it. */
    public void remove(long userId, long chatId, long messageId, IfMatch condition) {
        chats.get(userId, chatId);
        condition.check(messages.get(chatId, messageId).version());
        answers.stop(messageId);
        messages.remove(chatId, messageId);
    }

    /** Removes a message with all that follows it; answers under way are ended first. */
    public void removeBranch(long userId, long chatId, long messageId, IfMatch condition) {
        chats.get(userId, chatId);
        Message first = messages.get(chatId, messageId);
        condition.check(first.version());
        List<Long> ids = BranchShape.of(messages.shape(chatId)).below(messageId);
        ids.forEach(answers::stop);
        messages.removeBranch(userId, chatId, ids, first.parentId());
    }

    /** The model that would answer in a chat now. */
    public String modelOf(Caller caller, Chat chat) {
        return choose(caller, chat, null).id();
    }

    private ChosenTextModel choose(Caller caller, Chat chat, String model) {
        ChosenTextModel chosen = catalogue.chooseText(
                caller.userId(),
                model,
                chat.model(),
                chats.workspace(caller.userId(), chat).model(),
                users.get(caller.userId()).profile().defaultTextModel());
        if (!caller.mayUse(chosen.id())) {
            throw new ForbiddenException("This API key does not open the model " + chosen.id() + ".");
        }
        return chosen;
    }

    /**
     * @param tip last message of the branch that the model is sent; null for none
     * @param characters of what is sent besides
     */
    private Call reserve(Caller caller, Channel channel, ChosenTextModel chosen, Chat chat, Long tip, int characters) {
        long tokens = caller.limits().none()
                ? TokenEstimate.tokens(characters)
                : contexts.tokens(caller.userId(), chat, tip, characters, chosen.id());
        return ledger.reserve(NewCall.text(caller, channel, chosen.id(), chosen.provider(), tokens, 0));
    }

    /** Stores and starts; the call is withdrawn where that fails. */
    private <T> T begun(Call call, Supplier<T> storingAndStarting) {
        try {
            return answers.begin(storingAndStarting);
        } catch (RuntimeException e) {
            call.withdraw();
            throw e;
        }
    }

    private void begin(Chat chat, Message answer, ChosenTextModel chosen, Call call, Caller caller, Channel channel) {
        ChatContexts.Sent sent = contexts.sent(caller.userId(), chat, answer.parentId(), chosen.id());
        leaveOut(answer, sent.leftOut());
        titles.byRules(chat, sent.turns());
        answers.start(answer, chosen, new AnswerCall(call, sent.turns(), options(chat), caller, channel, ""));
    }

    private void leaveOut(Message answer, int count) {
        if (count > 0) {
            rows.leaveOut(answer.id(), count);
            answer.leaveOut(count);
        }
    }

    private static ChatOptions options(Chat chat) {
        return new ChatOptions(chat.temperature(), chat.maxTokens());
    }
}
