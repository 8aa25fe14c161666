package org.pixazo.chats.boundary;

import java.util.Optional;
import org.pixazo.chats.entity.Message;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamFailedException;

/** What an answer that did not end well is to a client. */
final class AnswerFailures {

    private AnswerFailures() {}

    /** @param known what made it fail, where that is still known */
    static Optional<PixazoException> of(Message message, PixazoException known) {
        return switch (message.status()) {
            case FAILED -> Optional.of(known != null ? known : new UpstreamFailedException(message.error()));
            case INTERRUPTED ->
                Optional.of(
                        new UnavailableException(
                                "The server ended in the middle of this answer. What came is kept; regenerate it to get the whole."));
            case STREAMING, COMPLETE, STOPPED -> Optional.empty();
        };
    }
}
