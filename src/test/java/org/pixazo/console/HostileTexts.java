package org.pixazo.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that try to run scripts or to call home when a page shows them. */
final class HostileTexts {

    /** Shows whether a script ran: it counts. */
    static final String HIT = "(window.hits=(window.hits||0)+1,alert(1))";

    /** Nobody may ask for it; no server has this name. */
    static final String CANARY = "http://canary.invalid/seen";

    private static final String RESOURCE = "/org/pixazo/console/xss-vectors.txt";

    private HostileTexts() {}

    static List<String> all() {
        try (InputStream file = HostileTexts.class.getResourceAsStream(RESOURCE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && (!line.startsWith("# ") || line.contains("<")))
                    .map(line -> line.replace("\\n", "\n").replace("HIT", HIT).replace("URL", CANARY))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
