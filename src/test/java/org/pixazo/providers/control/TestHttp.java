package org.pixazo.providers.control;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.pixazo.providers.entity.ProviderTimeouts;
import org.pixazo.providers.entity.RetryLimits;
import org.pixazo.providers.entity.UpstreamAccess;

/** What the container gives to the providers, made for tests: quick time-outs, quick retries. */
final class TestHttp implements AutoCloseable {

    static final ProviderTimeouts TIMEOUTS =
            new ProviderTimeouts(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(700));
    static final RetryLimits RETRIES =
            new RetryLimits(3, Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofSeconds(20));
    static final String KEY = "xai-secret-0123456789";

    final ExecutorService pool = Executors.newFixedThreadPool(4);
    final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final HttpClient http = UpstreamHttp.httpClient(TIMEOUTS, pool);

    UpstreamClient client() {
        return client(TIMEOUTS);
    }

    UpstreamClient client(ProviderTimeouts timeouts) {
        return new UpstreamClient(http, scheduler, timeouts);
    }

    UpstreamRetry retry() {
        return new UpstreamRetry(RETRIES, scheduler);
    }

    static UpstreamAccess access(URI url) {
        return new UpstreamAccess(url, Optional.of(KEY));
    }

    @Override
    public void close() {
        pool.shutdownNow();
        scheduler.shutdownNow();
    }
}
