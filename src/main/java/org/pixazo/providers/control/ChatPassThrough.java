package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * Passes a chat completion to OpenAI-compatible servers as the client wrote it, and the answer of the first that begins
 * one back as it comes.
 */
@ApplicationScoped
public class ChatPassThrough {

    @Inject
    UpstreamHttp http;

    private UpstreamClient client;
    private UpstreamFallback fallback;

    @PostConstruct
    void open() {
        client = http.client(http.timeouts());
        fallback = http.fallback();
    }

    /**
     * Asks in the calling thread, which waits for nothing but the lookup of a host name.
     *
     * @param routes at least one, all of OpenAI's protocol, in the order in which they are asked
     * @param body makes the JSON for a route
     */
    public void send(List<TextRoute> routes, Function<TextRoute, byte[]> body, PassThroughListener listener) {
        PassThroughCall call = new PassThroughCall();
        listener.onBegun(call);
        fallback.execute(call.signal(), routes, route -> attempt(call, route, body, listener))
                .whenComplete((begun, failure) -> {
                    if (failure != null && !call.signal().isCancelled()) {
                        listener.onFailure(TransportFaults.beforeAnswer("The text upstream", failure)
                                .error());
                    }
                });
    }

    /** What to say of a body that came with a successful status and is no chat completion. */
    public PixazoException noAnswer(UpstreamAccess access, byte[] body) {
        String upstream = TextFaults.upstream(access);
        return new UpstreamFailedException(UpstreamWords.of(new String(body, StandardCharsets.UTF_8), access)
                .map(words -> upstream + " reported: " + words)
                .orElse(upstream + " sent no answer."));
    }

    /** Asks one upstream once: completes when its answer begins, and fails with an {@link UpstreamFault} otherwise. */
    private CompletableFuture<Void> attempt(
            PassThroughCall call, TextRoute route, Function<TextRoute, byte[]> body, PassThroughListener listener) {
        return UpstreamAttempt.of(TextFaults.upstream(route.access()), () -> {
            PassThroughAttempt attempt = new PassThroughAttempt(route, call, listener);
            client.send(TextRequests.chatCompletion(route.access(), body.apply(route)), attempt);
            return attempt.begun();
        });
    }
}
