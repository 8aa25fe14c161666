package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pixazo.providers.entity.ProviderTimeouts;
import org.pixazo.providers.entity.RetryLimits;
import org.pixazo.settings.entity.Settings;

/**
 * The one HTTP client of all providers, with the threads and timers that serve them.
 *
 * <p>Its own few threads only move bytes. Whoever may wait works on the pool, which is our own and bounded, because the
 * server's shared one may refuse a task, which breaks the exchange: host name lookups, and listeners that store an
 * answer. The threads come from the server's factory: listeners may need the application's class loader and names.
 */
@ApplicationScoped
public class UpstreamHttp {

    @Inject
    Settings settings;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedScheduledExecutorService clock;

    private ExecutorService pool;
    private DeadlineWatch deadlines;
    private HttpTransport transport;
    private Timers timers;
    private UpstreamFallback fallback;

    @PostConstruct
    void open() {
        pool = Executors.newFixedThreadPool(
                Math.max(16, 4 * Runtime.getRuntime().availableProcessors()), threads);
        timers = new Timers(clock, pool);
        deadlines = new DeadlineWatch(clock);
        transport = new HttpTransport(deadlines);
        fallback = new UpstreamFallback(retry(RetryLimits.DEFAULTS), new CircuitBreakers());
    }

    @PreDestroy
    void close() {
        transport.close();
        deadlines.close();
        pool.shutdownNow();
    }

    /** How long providers wait, as the settings say. */
    ProviderTimeouts timeouts() {
        return new ProviderTimeouts(settings.connectTimeout(), settings.firstByteTimeout(), settings.idleTimeout());
    }

    UpstreamClient client(ProviderTimeouts timeouts) {
        return new UpstreamClient(transport, pool, timeouts);
    }

    /** How the upstreams of a model stand in for each other; what it learns of them holds for all callers. */
    UpstreamFallback fallback() {
        return fallback;
    }

    UpstreamRetry retry(RetryLimits limits) {
        return new UpstreamRetry(limits, timers);
    }

    Timers timers() {
        return timers;
    }
}
