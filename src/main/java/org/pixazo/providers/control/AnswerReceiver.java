package org.pixazo.providers.control;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;

/**
 * Hears one answer of an upstream as it comes, on the client's own few threads: implementations never wait. The calls
 * come one after the other: the beginning, at most one head, pieces, then exactly one of {@link #end()} and {@link #failed}.
 */
interface AnswerReceiver {

    /** Comes first, before anything else can come. */
    void begun(HttpExchange exchange);

    void head(int status, HttpHeaders headers);

    /** @param piece valid during the call only; {@link HttpExchange#taken(int)} tells when its bytes are dealt with */
    void piece(ByteBuffer piece);

    /** The answer is whole. */
    void end();

    /** @param failure of the connection, or a {@link java.util.concurrent.TimeoutException}; after an abort as well */
    void failed(Exception failure);
}
