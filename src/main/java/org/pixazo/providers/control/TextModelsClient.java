package org.pixazo.providers.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.providers.entity.ProviderTimeouts;
import org.pixazo.providers.entity.UpstreamAccess;

/** Asks a text upstream which models it has. */
@ApplicationScoped
public class TextModelsClient {

    /** A catalogue that waits longer than this for its list does better without. */
    private static final ProviderTimeouts SHORT =
            new ProviderTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

    @Inject
    UpstreamHttp http;

    private TextModelsQuery query;

    @PostConstruct
    void open() {
        query = new TextModelsQuery(http.client(SHORT));
    }

    /**
     * The names to be used as {@code model}, in the upstream's order.
     *
     * @return fails with a {@link PixazoException} that says what a person can do
     */
    public CompletableFuture<List<String>> list(UpstreamAccess access) {
        return query.list(access);
    }
}
