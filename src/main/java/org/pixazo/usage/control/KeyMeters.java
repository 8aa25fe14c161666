package org.pixazo.usage.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.pixazo.usage.entity.KeyUse;

/** The meters of the API keys in use. */
@ApplicationScoped
class KeyMeters {

    /** Longer than any call, so that no meter goes while a call holds something back in it. */
    private static final Duration UNUSED = Duration.ofDays(1);

    @Inject
    UsageRepository rows;

    @Inject
    LedgerWriter writer;

    private final Clock clock = Clock.systemUTC();

    private final Cache<Long, KeyMeter> meters =
            Caffeine.newBuilder().expireAfterAccess(UNUSED).build();

    KeyMeter of(long keyId) {
        return meters.get(keyId, id -> new KeyMeter(clock, () -> useOf(id)));
    }

    private KeyUse useOf(long keyId) {
        // What is still on its way into the database counts as well.
        writer.flush();
        return rows.useOf(keyId, clock.instant());
    }
}
