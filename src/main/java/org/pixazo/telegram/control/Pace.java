package org.pixazo.telegram.control;

import java.time.Duration;

/**
 * How fast Telegram lets a bot send: about 30 messages a second to all, one a second to a person, 20 a minute to a group
 * (<a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">Bots FAQ</a>). Kept a little
 * below, since what leaves evenly need not arrive so. Thread-safe.
 */
final class Pace {

    private static final long BETWEEN_ANY = Duration.ofMillis(42).toNanos();
    private static final Duration BETWEEN_PRIVATE = Duration.ofMillis(1_020);
    private static final Duration BETWEEN_GROUP = Duration.ofMillis(3_050);

    private long free = System.nanoTime();

    /** Takes the next moment at which anything may be sent. */
    synchronized long take() {
        long now = System.nanoTime();
        long moment = free - now > 0 ? free : now;
        free = moment + BETWEEN_ANY;
        return moment;
    }

    /** How long a chat rests behind messages. */
    static Duration rest(long chatId, int messages) {
        return (chatId < 0 ? BETWEEN_GROUP : BETWEEN_PRIVATE).multipliedBy(messages);
    }
}
