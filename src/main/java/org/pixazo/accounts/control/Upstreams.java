package org.pixazo.accounts.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.pixazo.settings.entity.Settings;

/**
 * Which upstream keys hold for a user: the own ones first, then those of the settings. Remembers them for some seconds, so
 * that a busy client costs no query a request; a change holds at once, on other nodes within those seconds.
 */
@ApplicationScoped
public class Upstreams {

    /** Names of the upstreams, as in {@code /api/credentials/{name}}. */
    public static final String GROK = "grok";

    public static final String PIXAZO = "pixazo";

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    @Inject
    Settings settings;

    @Inject
    CredentialService credentials;

    private final Cache<Owned, Optional<String>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private record Owned(long userId, String provider) {}

    /**
     * Where an upstream is and what opens it.
     *
     * @param key empty for a local server that needs none
     */
    public record Door(URI url, Optional<String> key) {}

    /** The text upstream for a user; empty where none is configured. */
    public Optional<Door> text(long userId) {
        Optional<String> own = key(userId, GROK);
        return own.isPresent() || settings.grokConfigured()
                ? Optional.of(new Door(settings.grokApiUrl(), own.or(settings::grokApiKey)))
                : Optional.empty();
    }

    /** The image upstream for a user; empty where none is configured. */
    public Optional<Door> image(long userId) {
        return key(userId, PIXAZO)
                .or(settings::gatewayApiKey)
                .map(key -> new Door(settings.gatewayUrl(), Optional.of(key)));
    }

    /** Forgets what is remembered, because a user's key has changed. */
    void forget() {
        known.invalidateAll();
    }

    private Optional<String> key(long userId, String provider) {
        return known.get(new Owned(userId, provider), owned -> credentials.key(owned.userId(), owned.provider()));
    }
}
