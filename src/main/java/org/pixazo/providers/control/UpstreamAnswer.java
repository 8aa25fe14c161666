package org.pixazo.providers.control;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An answer that was read as a whole.
 *
 * @param body handed over, not copied
 */
record UpstreamAnswer(int status, HttpHeaders headers, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The media type in lower case without parameters; empty where none is given. */
    String mediaType() {
        return mediaType(headers);
    }

    static String mediaType(HttpHeaders headers) {
        String value = headers.firstValue("Content-Type").orElse("");
        return value.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
