package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageRole;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.providers.control.TokenEstimate;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.schema.control.Node;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;
import org.pixazo.web.entity.IdempotencyKey;

/** Asks models: stores the question, begins the answer, and leaves it to {@link Answers}. Never waits for a model. */
@ApplicationScoped
public class Conversation {

    /** About 75,000 tokens; older turns are left out. */
    private static final int MOST_CHARACTERS = 300_000;

    @Inject
    ChatService chats;

    @Inject
    MessageRepository messages;

    @Inject
    Answers answers;

    @Inject
    Ledger ledger;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    UserRepository users;

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
        Call call = reserve(caller, channel, chosen, chatId, chat.currentMessageId(), content.length());
        try {
            MessageRepository.Stored stored =
                    messages.ask(caller.userId(), chatId, content, chosen.id(), node.lease(), key);
            if (stored.repeated()) {
                call.withdraw();
            } else {
                begin(stored.reply(), chosen, call);
            }
            return stored;
        } catch (RuntimeException e) {
            call.withdraw();
            throw e;
        }
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
        Call call = reserve(caller, channel, chosen, chatId, question.id(), 0);
        try {
            Message answer = messages.answerAgain(chatId, question.id(), chosen.id(), node.lease());
            begin(answer, chosen, call);
            return answer;
        } catch (RuntimeException e) {
            call.withdraw();
            throw e;
        }
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

    /** Removes a message; an answer under way is ended first. */
    public void remove(long userId, long chatId, long messageId) {
        chats.get(userId, chatId);
        messages.get(chatId, messageId);
        answers.stop(messageId);
        messages.remove(chatId, messageId);
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
    private Call reserve(
            Caller caller, Channel channel, ChosenTextModel chosen, long chatId, Long tip, int characters) {
        long tokens = TokenEstimate.tokens(characters);
        if (!caller.limits().none() && tip != null) {
            tokens += TokenEstimate.of(turns(messages.branch(chatId, tip)), 0).promptTokens();
        }
        return ledger.reserve(NewCall.text(caller, channel, chosen.id(), chosen.provider(), tokens, 0));
    }

    private void begin(Message answer, ChosenTextModel chosen, Call call) {
        List<ChatTurn> turns = turns(messages.branch(answer.chatId(), answer.parentId()));
        answers.start(answer, chosen, new AnswerCall(call, turns));
    }

    private static List<ChatTurn> turns(List<Message> branch) {
        Deque<ChatTurn> turns = new ArrayDeque<>();
        int characters = 0;
        for (int i = branch.size() - 1; i >= 0; i--) {
            Message message = branch.get(i);
            characters += message.content().length();
            if (characters > MOST_CHARACTERS && !turns.isEmpty()) {
                break;
            }
            if (!message.content().isBlank()) {
                turns.addFirst(new ChatTurn(message.role().word(), message.content()));
            }
        }
        return List.copyOf(turns);
    }
}
