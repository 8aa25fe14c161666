package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.RetryLimits;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * Passes a chat completion to an OpenAI-compatible server as the client wrote it, and the answer back as it comes. Asks
 * again what is safe to ask again before the first byte of an answer.
 */
@ApplicationScoped
public class ChatPassThrough {

    @Inject
    UpstreamHttp http;

    private UpstreamClient client;
    private UpstreamRetry retry;

    @PostConstruct
    void open() {
        client = http.client(http.timeouts());
        retry = http.retry(RetryLimits.DEFAULTS);
    }

    /**
     * Asks in the calling thread, which waits for nothing but the lookup of a host name.
     *
     * @param body JSON, handed over
     */
    public void send(UpstreamAccess access, byte[] body, PassThroughListener listener) {
        send(client, retry, access, body, listener);
    }

    /** What to say of a body that came with a successful status and is no chat completion. */
    public PixazoException noAnswer(UpstreamAccess access, byte[] body) {
        String upstream = TextFaults.upstream(access);
        return new UpstreamFailedException(UpstreamWords.of(new String(body, StandardCharsets.UTF_8), access)
                .map(words -> upstream + " reported: " + words)
                .orElse(upstream + " sent no answer."));
    }

    static void send(
            UpstreamClient client,
            UpstreamRetry retry,
            UpstreamAccess access,
            byte[] body,
            PassThroughListener listener) {
        PassThroughCall call = new PassThroughCall();
        listener.onBegun(call);
        retry.executeFromHere(call.signal(), () -> attempt(client, call, access, body, listener))
                .whenComplete((begun, failure) -> {
                    if (failure != null && !call.signal().isCancelled()) {
                        listener.onFailure(shown(access, failure));
                    }
                });
    }

    /** Asks one upstream once: completes when its answer begins, and fails with an {@link UpstreamFault} otherwise. */
    private static CompletableFuture<Void> attempt(
            UpstreamClient client,
            PassThroughCall call,
            UpstreamAccess access,
            byte[] body,
            PassThroughListener listener) {
        return UpstreamAttempt.of(TextFaults.upstream(access), () -> {
            PassThroughAttempt attempt = new PassThroughAttempt(access, call, listener);
            client.send(TextRequests.chatCompletion(access, body), attempt);
            return attempt.begun();
        });
    }

    private static PixazoException shown(UpstreamAccess access, Throwable failure) {
        Throwable cause = TransportFaults.unwrap(failure);
        return cause instanceof CancellationException
                ? TransportFaults.duringAnswer(TextFaults.upstream(access), cause)
                : TransportFaults.beforeAnswer(TextFaults.upstream(access), cause)
                        .error();
    }
}
