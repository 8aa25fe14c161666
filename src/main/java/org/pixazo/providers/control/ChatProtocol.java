package org.pixazo.providers.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.pixazo.providers.entity.ChatOptions;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.TextRoute;

/** How one kind of text upstream is asked and understood. Without state. */
interface ChatProtocol {

    /** Hands an answer that has begun on to whoever listens; its stage ends with the answer. */
    interface Delivery {

        CompletableFuture<Void> to(ListenerGate listener);
    }

    UpstreamRequest request(TextRoute route, List<ChatTurn> turns, ChatOptions options);

    /**
     * Takes an answer with a status of success to where it certainly begins. What fails until then is an attempt that
     * failed: others may be asked.
     */
    CompletableFuture<Delivery> begin(
            UpstreamResponse response, TextRoute route, List<ChatTurn> turns, CancelSignal signal);
}
