package org.pixazo.providers.control;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.TextRoute;

/**
 * One attempt: a successful answer goes to the listener piece by piece, any other is read as a whole and becomes the
 * fault of the attempt.
 */
final class PassThroughAttempt implements AnswerReceiver {

    /** What an error has to say is at its beginning. */
    private static final int MAX_ERROR_BYTES = 256 * 1024;

    private final TextRoute route;
    private final PassThroughCall call;
    private final PassThroughListener listener;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private HttpExchange exchange;
    private int status;
    private HttpHeaders headers;
    private ByteArrayOutputStream error;

    PassThroughAttempt(TextRoute route, PassThroughCall call, PassThroughListener listener) {
        this.route = route;
        this.call = call;
        this.listener = listener;
    }

    /** Completes when a successful answer begins; fails with the fault, or with what broke the connection. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    @Override
    public void begun(HttpExchange newExchange) {
        exchange = newExchange;
        call.begun(newExchange);
    }

    @Override
    public void head(int newStatus, HttpHeaders newHeaders) {
        status = newStatus;
        headers = newHeaders;
        if (status / 100 == 2) {
            begun.complete(null);
            listener.onHead(route, UpstreamAnswer.mediaType(headers));
        } else {
            error = new ByteArrayOutputStream();
        }
    }

    @Override
    public void piece(ByteBuffer piece) {
        if (error == null) {
            listener.onPiece(piece);
            return;
        }
        int length = piece.remaining();
        byte[] bytes = new byte[Math.min(length, MAX_ERROR_BYTES - error.size())];
        piece.get(bytes);
        error.write(bytes, 0, bytes.length);
        exchange.taken(length);
        if (error.size() == MAX_ERROR_BYTES) {
            refuse();
            exchange.abort();
        }
    }

    @Override
    public void end() {
        if (error == null) {
            listener.onEnd();
        } else {
            refuse();
        }
    }

    @Override
    public void failed(Exception failure) {
        if (error != null) {
            refuse();
        } else if (!begun.completeExceptionally(failure)) {
            listener.onFailure(TransportFaults.duringAnswer(TextFaults.upstream(route.access()), failure));
        }
    }

    private void refuse() {
        begun.completeExceptionally(
                TextFaults.ofPassThrough(route.access(), new UpstreamAnswer(status, headers, error.toByteArray())));
    }
}
