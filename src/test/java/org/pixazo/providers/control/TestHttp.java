package org.pixazo.providers.control;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.pixazo.providers.entity.ProviderTimeouts;
import org.pixazo.providers.entity.RetryLimits;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.providers.entity.UpstreamAccess;

/** What the container gives to the providers, made for tests: quick time-outs, quick retries. */
final class TestHttp implements AutoCloseable {

    /** Long enough for the busiest machine. */
    static final ProviderTimeouts PATIENT =
            new ProviderTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20));

    /** For answers that never begin. */
    static final ProviderTimeouts NO_LATE_START =
            new ProviderTimeouts(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofSeconds(20));

    /** For answers that never end. */
    static final ProviderTimeouts NO_SILENCE =
            new ProviderTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMillis(300));

    static final RetryLimits RETRIES =
            new RetryLimits(3, Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofSeconds(20));
    static final String KEY = "xai-secret-0123456789";

    static final String THREADS = "test-pool";

    final ExecutorService pool = Executors.newFixedThreadPool(4, work -> new Thread(work, THREADS));
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    final Timers timers = new Timers(clock, pool);
    private final DeadlineWatch deadlines = new DeadlineWatch(clock);
    private final HttpTransport transport = new HttpTransport(deadlines);

    UpstreamClient client() {
        return client(PATIENT);
    }

    UpstreamClient client(ProviderTimeouts timeouts) {
        return new UpstreamClient(transport, pool, timeouts);
    }

    UpstreamRetry retry() {
        return new UpstreamRetry(RETRIES, timers);
    }

    TextChatClient chats(ProviderTimeouts timeouts) {
        return chats(timeouts, new CircuitBreakers());
    }

    TextChatClient chats(ProviderTimeouts timeouts, CircuitBreakers breakers) {
        UpstreamClient client = client(timeouts);
        return new TextChatClient(
                client,
                new UpstreamFallback(retry(), breakers),
                Map.of(
                        TextProtocol.OPENAI, new OpenAiProtocol(client),
                        TextProtocol.ASK, new AskProtocol(client, Optional.of("http://proxy.example:3128"))));
    }

    static UpstreamAccess access(URI url) {
        return new UpstreamAccess(url, Optional.of(KEY));
    }

    @Override
    public void close() {
        transport.close();
        pool.shutdownNow();
        clock.shutdownNow();
    }
}
