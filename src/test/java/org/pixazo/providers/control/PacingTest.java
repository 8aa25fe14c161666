package org.pixazo.providers.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How orders are spread over time. */
class PacingTest {

    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(30).toNanos());
    private final Pacing pacing = new Pacing(10, now::get);

    @Test
    void the_first_ten_go_at_once_and_the_eleventh_a_minute_later() {
        for (int i = 0; i < 10; i++) {
            assertThat(pacing.next("key")).isZero();
        }
        assertThat(pacing.next("key")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void no_minute_has_more_than_allowed() {
        long start = now.get();
        List<Duration> sent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sent.add(Duration.ofNanos(now.get() - start).plus(pacing.next("key")));
            now.addAndGet(Duration.ofMillis(1_700).toNanos());
        }
        for (Duration begin : sent) {
            assertThat(sent.stream()
                            .filter(at -> at.compareTo(begin) >= 0 && at.compareTo(begin.plusMinutes(1)) < 0)
                            .count())
                    .isLessThanOrEqualTo(10);
        }
    }

    @Test
    void each_key_has_its_own_pace() {
        for (int i = 0; i < 11; i++) {
            pacing.next("one");
        }
        assertThat(pacing.next("other")).isZero();
    }

    @Test
    void a_wish_of_the_upstream_holds_all_orders_of_the_key() {
        pacing.next("key");
        pacing.hold("key", Duration.ofSeconds(7));
        assertThat(pacing.next("key")).isEqualTo(Duration.ofSeconds(7));
        assertThat(pacing.next("other")).isZero();
    }
}
