package org.pixazo.models.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.providers.control.TextModelsClient;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * The text models that an upstream says it has, remembered for some minutes. The list is a help, not a condition: where
 * the upstream gives none in time, the well-known names stay.
 */
@ApplicationScoped
class TextModels {

    private static final Logger LOG = Logger.getLogger(TextModels.class.getName());
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final Duration FAILURE_REMEMBERED = Duration.ofSeconds(30);
    private static final long PATIENCE_MILLIS = 2_000;

    @Inject
    TextModelsClient client;

    private final Cache<UpstreamAccess, List<String>> lists = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final Cache<UpstreamAccess, Boolean> failures = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(FAILURE_REMEMBERED)
            .build();

    /** The names that the upstream lists; empty where it does not say in time. */
    public List<String> of(UpstreamAccess access) {
        List<String> known = lists.getIfPresent(access);
        if (known != null) {
            return known;
        }
        if (failures.getIfPresent(access) != null) {
            return List.of();
        }
        CompletableFuture<List<String>> asked = client.list(access);
        asked.thenAccept(names -> lists.put(access, names));
        try {
            return asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            failures.put(access, true);
            LOG.log(Level.INFO, "The text upstream gives no list of models: {0}", e.getMessage());
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
