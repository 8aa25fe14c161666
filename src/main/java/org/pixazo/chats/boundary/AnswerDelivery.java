package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.chats.control.AnswerReader;
import org.pixazo.chats.control.Answers;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.UnavailableException;

/** Hands an answer to whoever asked for it, whether it is under way here or stored. */
@ApplicationScoped
class AnswerDelivery {

    @Inject
    Answers answers;

    @Inject
    MessageRepository messages;

    /** Tells that an answer has begun, and goes on with it. */
    void stream(Message answer, AnswerEvents events) {
        events.reply(MessageResponse.of(answer, ""));
        follow(answer, events);
    }

    /** Joins the answer where it is under way here; otherwise gives what the database has. */
    void follow(Message answer, AnswerReader reader) {
        if (answers.join(answer.id(), reader)) {
            return;
        }
        Message stored = messages.get(answer.chatId(), answer.id());
        if (stored.status() == MessageStatus.STREAMING) {
            if (answers.joinOnceBegun(answer.id(), reader)) {
                return;
            }
            stored = messages.get(answer.chatId(), answer.id());
        }
        if (stored.status() == MessageStatus.STREAMING) {
            throw new UnavailableException("This answer is being received by another server; read it there or later.");
        }
        if (!stored.content().isEmpty()) {
            reader.onPiece(stored.content());
        }
        reader.onEnd(stored, null);
    }

    /** A message as it is now. */
    MessageResponse response(Message message) {
        return message.status() == MessageStatus.STREAMING
                ? MessageResponse.of(message, answers.textSoFar(message.id()).orElse(message.content()))
                : MessageResponse.of(message);
    }
}
