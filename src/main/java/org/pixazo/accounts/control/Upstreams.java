package org.pixazo.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.pixazo.settings.entity.Settings;

/** Which upstream keys hold for a user: the own ones first, then those of the settings. */
@ApplicationScoped
public class Upstreams {

    /** Names of the upstreams, as in {@code /api/credentials/{name}}. */
    public static final String GROK = "grok";

    public static final String PIXAZO = "pixazo";

    @Inject
    Settings settings;

    @Inject
    CredentialService credentials;

    /**
     * Where an upstream is and what opens it.
     *
     * @param key empty for a local server that needs none
     */
    public record Door(URI url, Optional<String> key) {}

    /** The text upstream for a user; empty where none is configured. */
    public Optional<Door> text(long userId) {
        Optional<String> own = credentials.key(userId, GROK);
        return own.isPresent() || settings.grokConfigured()
                ? Optional.of(new Door(settings.grokApiUrl(), own.or(settings::grokApiKey)))
                : Optional.empty();
    }

    /** The image upstream for a user; empty where none is configured. */
    public Optional<Door> image(long userId) {
        return credentials
                .key(userId, PIXAZO)
                .or(settings::gatewayApiKey)
                .map(key -> new Door(settings.gatewayUrl(), Optional.of(key)));
    }
}
