package org.pixazo.accounts.control;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.pixazo.errors.entity.TooManyRequestsException;

/**
 * Slows down the guessing of passwords: ten failures in five minutes for a name at an address, a hundred for an address.
 * An attempt takes its token before the password is checked, so that parallel guesses count as well, and a success gives
 * it back.
 */
@ApplicationScoped
public class LoginLimits {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PER_NAME = 10;
    private static final int PER_ADDRESS = 100;
    private static final int MOST_BUCKETS = 100_000;

    private final LoadingCache<String, Bucket> names = buckets(PER_NAME);
    private final LoadingCache<String, Bucket> addresses = buckets(PER_ADDRESS);

    /** @throws TooManyRequestsException where there were too many failures */
    public void attempt(String username, String address) {
        take(addresses.get(address));
        take(names.get(key(username, address)));
    }

    /** The attempt was right. */
    public void succeeded(String username, String address) {
        addresses.get(address).addTokens(1);
        names.get(key(username, address)).addTokens(1);
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new TooManyRequestsException(
                    "There were too many failed logins. Try again in " + seconds + " seconds.", seconds);
        }
    }

    private static String key(String username, String address) {
        return username.toLowerCase(Locale.ROOT) + " " + address;
    }

    private static LoadingCache<String, Bucket> buckets(int capacity) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(WINDOW)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
                        .build());
    }
}
