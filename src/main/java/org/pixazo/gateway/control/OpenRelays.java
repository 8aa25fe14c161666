package org.pixazo.gateway.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.web.entity.ShutdownStarted;

/** All answers under way to clients of {@code /v1}. */
@ApplicationScoped
class OpenRelays {

    private static final Logger LOG = Logger.getLogger(OpenRelays.class.getName());
    private static final long BEAT_MILLIS = 250;
    private static final long RETRY_AFTER_SECONDS = 10;

    @Resource
    ManagedScheduledExecutorService clock;

    @Inject
    Metrics metrics;

    private final Map<Relay, Optional<SocketChannel>> open = new ConcurrentHashMap<>();
    private final HangUps hangUps = new HangUps();
    private Future<?> beats;

    @PostConstruct
    void start() {
        metrics.gauge("gateway.open", "Answers under way to clients of /v1", open::size);
        beats = clock.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        hangUps.close();
    }

    /** @param client the connection of the one who waits, where the server shows it */
    void add(Relay relay, Optional<SocketChannel> client) {
        open.put(relay, client);
    }

    void remove(Relay relay) {
        open.remove(relay);
        hangUps.forget(relay);
    }

    void interruptAll(@Observes ShutdownStarted event) {
        beats.cancel(false);
        for (Relay relay : open.keySet()) {
            relay.interrupt(new UnavailableException(
                    "Pixazo is shutting down. Try again in a moment.", RETRY_AFTER_SECONDS, null));
        }
    }

    private void beat() {
        try {
            hangUps.find().forEach(Relay::hungUp);
            open.forEach((relay, client) -> {
                client.ifPresent(channel -> watch(relay, channel));
                relay.beat();
            });
        } catch (IOException | RuntimeException e) {
            // A timer that throws would never run again, for anybody.
            LOG.log(Level.SEVERE, "The clients of streams cannot be looked after", e);
        }
    }

    private void watch(Relay relay, SocketChannel client) {
        hangUps.watch(relay, client);
        if (!open.containsKey(relay)) {
            hangUps.forget(relay);
        }
    }
}
