package org.pixazo.providers.entity;

import java.net.URI;
import java.util.Optional;

/**
 * Where an AI service is and what opens it. Neither the key nor a user name and password in the URL is ever printed.
 *
 * @param baseUrl without a trailing slash, such as {@code https://api.x.ai/v1}
 * @param apiKey empty for a local server that needs none
 */
public record UpstreamAccess(URI baseUrl, Optional<String> apiKey) {

    /** Host and, where it is given, port: enough for a person to know which server is meant. */
    public String server() {
        return baseUrl.getPort() < 0 ? String.valueOf(baseUrl.getHost()) : baseUrl.getHost() + ":" + baseUrl.getPort();
    }

    /** The address of one operation: the base URL's scheme, host, port and path, without credentials, then the path. */
    public URI resolve(String path) {
        String base = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath().replaceAll("/+$", "");
        return URI.create(baseUrl.getScheme() + "://" + server() + base + path);
    }

    /** A text that the service sent, with the key and the URL's password replaced by {@code ***} where they appear. */
    public String withoutSecrets(String text) {
        String safe = apiKey.map(String::strip)
                .filter(UpstreamAccess::isSecret)
                .map(key -> text.replace(key, "***"))
                .orElse(text);
        String userInfo = baseUrl.getRawUserInfo();
        if (userInfo == null) {
            return safe;
        }
        String password = userInfo.substring(userInfo.indexOf(':') + 1);
        return isSecret(password) ? safe.replace(password, "***") : safe;
    }

    /** Below six characters it is a placeholder such as {@code none}, and replacing it would only garble words. */
    private static boolean isSecret(String text) {
        return text.length() >= 6;
    }

    @Override
    public String toString() {
        return "UpstreamAccess[" + baseUrl.getScheme() + "://" + server() + baseUrl.getPath()
                + (apiKey.isPresent() ? ", with a key]" : ", without a key]");
    }
}
