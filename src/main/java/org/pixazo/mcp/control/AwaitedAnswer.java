package org.pixazo.mcp.control;

import java.util.concurrent.CompletableFuture;
import org.pixazo.chats.control.AnswerReader;
import org.pixazo.chats.entity.Message;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamFailedException;

/** Waits for the end of an answer and tells how much of it has come. */
final class AwaitedAnswer implements AnswerReader {

    private static final int CHARACTERS_A_STEP = 200;

    private final Exchange exchange;
    private final CompletableFuture<Message> ended = new CompletableFuture<>();
    private int characters;

    AwaitedAnswer(Exchange exchange) {
        this.exchange = exchange;
    }

    CompletableFuture<Message> ended() {
        return ended;
    }

    @Override
    public void onPiece(String piece) {
        int before = characters / CHARACTERS_A_STEP;
        characters += piece.length();
        if (before == 0 || characters / CHARACTERS_A_STEP > before) {
            exchange.progress(characters, null, characters + " characters of the answer came");
        }
    }

    @Override
    public void onSilence() {
        // The connection is kept awake by its own heartbeat.
    }

    @Override
    public void onEnd(Message message, PixazoException failure) {
        if (message.status() == MessageStatus.FAILED) {
            ended.completeExceptionally(failure == null ? new UpstreamFailedException(message.error()) : failure);
        } else if (message.status() == MessageStatus.INTERRUPTED) {
            ended.completeExceptionally(
                    new UnavailableException("The server ended in the middle of this answer. What came is kept in chat "
                            + message.chatId() + "."));
        } else {
            ended.complete(message);
        }
    }

    @Override
    public boolean gone() {
        return ended.isDone();
    }
}
