package org.pixazo.monitoring.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What Pixazo counts and measures, for monitoring systems. Names are dotted words, as in {@code chat.answers}, and appear
 * as {@code pixazo_chat_answers_total}. Tags come in pairs of key and value; their values must be few and known
 * beforehand: statuses and model ids, never users, paths or texts. Thread-safe.
 */
@ApplicationScoped
public class Metrics {

    /** Content type of {@link #scrape()}. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PREFIX = "pixazo.";
    private static final Duration[] BUCKETS = Stream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Map<Request, Timer> requests = new ConcurrentHashMap<>();

    private record Request(String method, String route, int status) {}

    @PostConstruct
    void measureProcess() {
        garbageCollection.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @PreDestroy
    void end() {
        // It listens to the JVM's notifications, which would hold the application after its end.
        garbageCollection.close();
        registry.close();
    }

    /** Counts one more, as in {@code count("chat.answers", "Answers of models", "outcome", "complete")}. */
    public void count(String name, String description, String... tags) {
        add(name, description, 1, tags);
    }

    /** Counts as many more as {@code amount} says, 0 or more. */
    public void add(String name, String description, long amount, String... tags) {
        Counter.builder(named(name))
                .description(description)
                .tags(tags)
                .register(registry)
                .increment(amount);
    }

    /** Shows what a supplier says when it is asked, some times a minute; it must be quick and thread-safe. */
    public void gauge(String name, String description, Supplier<Number> value, String... tags) {
        Gauge.builder(named(name), value)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** Notes how long something took, into buckets from 5 ms to a minute. */
    public void time(String name, String description, Duration duration, String... tags) {
        timer(named(name), description).tags(tags).register(registry).record(duration);
    }

    /** Notes an HTTP request that was answered. */
    public void request(String method, String route, int status, Duration duration) {
        requests.computeIfAbsent(new Request(method, route, status), this::timer)
                .record(duration);
    }

    /** All of it in the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    private Timer timer(Request request) {
        return timer("http.server.requests", "Requests that were answered")
                .tag("method", request.method())
                .tag("uri", request.route())
                .tag("status", Integer.toString(request.status()))
                .register(registry);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    private static String named(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT)) || name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Metrics have names as in chat.answers, not " + name);
        }
        return PREFIX + name;
    }
}
