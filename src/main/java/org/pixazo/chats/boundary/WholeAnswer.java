package org.pixazo.chats.boundary;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.pixazo.chats.control.AnswerReader;
import org.pixazo.chats.entity.Message;
import org.pixazo.errors.entity.PixazoException;

/** Answers a request with the whole answer, once it is there. No thread waits for it. */
final class WholeAnswer implements AnswerReader {

    private final AsyncResponse response;
    private final MessageResponse question;

    WholeAnswer(AsyncResponse response, MessageResponse question) {
        this.response = response;
        this.question = question;
    }

    @Override
    public void onPiece(String piece) {
        // The end brings the whole text.
    }

    @Override
    public void onSilence() {
        // A JSON document cannot say that it will come.
    }

    @Override
    public void onEnd(Message message, PixazoException known) {
        Optional<PixazoException> failure = AnswerFailures.of(message, known);
        if (failure.isPresent()) {
            response.resume(failure.get());
        } else {
            response.resume(Response.status(Response.Status.CREATED)
                    .entity(new SaidResponse(question, MessageResponse.of(message)))
                    .build());
        }
    }

    @Override
    public boolean gone() {
        return response.isDone();
    }
}
