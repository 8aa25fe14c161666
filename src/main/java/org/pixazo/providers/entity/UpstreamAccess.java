package org.pixazo.providers.entity;

import java.net.URI;
import java.util.Optional;

/**
 * Where an AI service is and what opens it. The key is never printed.
 *
 * @param baseUrl without a trailing slash, such as {@code https://api.x.ai/v1}
 * @param apiKey empty for a local server that needs none
 */
public record UpstreamAccess(URI baseUrl, Optional<String> apiKey) {

    @Override
    public String toString() {
        return "UpstreamAccess[" + baseUrl + (apiKey.isPresent() ? ", with a key]" : ", without a key]");
    }
}
