package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.pixazo.providers.entity.ProviderTimeouts;
import org.pixazo.providers.entity.RetryLimits;
import org.pixazo.settings.entity.Settings;

/**
 * The one HTTP client of all providers, with the threads and timers that serve them.
 *
 * <p>Its pool is our own and bounded, because the client's own one grows with every burst and the server's shared one
 * may refuse a task, which breaks the exchange. Passing on pieces of an answer takes microseconds, so few threads serve
 * any number of streams; there are some more than that, for host name lookups and for listeners that store an answer.
 * The threads come from the server's factory: listeners may need the application's class loader and names.
 *
 * <p>HTTP/1.1 only: ending a call closes its connection, which every upstream understands at once.
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
    private HttpClient http;
    private Timers timers;

    @PostConstruct
    void open() {
        pool = Executors.newFixedThreadPool(
                Math.max(16, 4 * Runtime.getRuntime().availableProcessors()), threads);
        http = httpClient(timeouts(), pool);
        timers = new Timers(clock, pool);
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }

    /** A client as all providers use it. Redirects are not followed: whoever wants to must look at the target first. */
    static HttpClient httpClient(ProviderTimeouts timeouts, ExecutorService pool) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .executor(pool)
                .build();
    }

    /** How long providers wait, as the settings say. */
    ProviderTimeouts timeouts() {
        return new ProviderTimeouts(settings.connectTimeout(), settings.firstByteTimeout(), settings.idleTimeout());
    }

    UpstreamClient client(ProviderTimeouts timeouts) {
        return new UpstreamClient(http, timers, timeouts);
    }

    UpstreamRetry retry(RetryLimits limits) {
        return new UpstreamRetry(limits, timers);
    }

    Timers timers() {
        return timers;
    }
}
