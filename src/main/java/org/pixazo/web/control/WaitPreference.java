package org.pixazo.web.control;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a client wants to wait for something that takes time: {@code Prefer: wait=60}, RFC 7240. */
public final class WaitPreference {

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})");
    private static final Duration MOST = Duration.ofMinutes(2);

    private WaitPreference() {}

    /**
     * @param prefer the header, or null
     * @return at most two minutes; empty where the client says nothing
     */
    public static Optional<Duration> of(String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return Optional.empty();
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return Optional.of(wanted.compareTo(MOST) > 0 ? MOST : wanted);
    }
}
