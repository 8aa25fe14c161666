package org.pixazo.usage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.errors.entity.QuotaExceededException;
import org.pixazo.errors.entity.TooManyRequestsException;
import org.pixazo.usage.entity.KeyUse;

class KeyMeterTest {

    private static final KeyLimits TEN_REQUESTS = new KeyLimits(10, null, null, null, null);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T10:00:30Z"));

    @Test
    void a_hundred_at_once_against_a_limit_of_ten_let_ten_through() throws InterruptedException {
        KeyMeter meter = meter(KeyUse.NONE);
        AtomicInteger through = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(100);
        for (int i = 0; i < 100; i++) {
            threads.execute(() -> {
                try {
                    start.await();
                    meter.take(TEN_REQUESTS, 5, 0);
                    through.incrementAndGet();
                } catch (TooManyRequestsException refused) {
                    // Counted by its absence.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(through).hasValue(10);
    }

    @Test
    void a_minute_after_the_first_use_all_are_there_again() {
        KeyMeter meter = meter(KeyUse.NONE);
        take(meter, TEN_REQUESTS, 10);
        clock.move(Duration.ofSeconds(59));
        assertThatThrownBy(() -> meter.take(TEN_REQUESTS, 1, 0))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        refused -> assertThat(refused.retryAfterSeconds()).isBetween(1L, 2L));
        clock.move(Duration.ofSeconds(1));
        take(meter, TEN_REQUESTS, 10);
        assertThatThrownBy(() -> meter.take(TEN_REQUESTS, 1, 0)).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void what_was_used_before_a_start_counts_after_it() {
        KeyMeter meter = meter(new KeyUse(9, 90, clock.instant().minus(Duration.ofSeconds(20)), 90, 0));
        take(meter, TEN_REQUESTS, 1);
        assertThatThrownBy(() -> meter.take(TEN_REQUESTS, 1, 0)).isInstanceOf(TooManyRequestsException.class);
        assertThat(meter.left().orElseThrow().requests().reset()).isEqualTo(Duration.ofSeconds(40));
        clock.move(Duration.ofSeconds(40));
        take(meter, TEN_REQUESTS, 10);
    }

    @Test
    void tokens_are_held_by_estimate_and_corrected_at_the_end() {
        KeyLimits limits = new KeyLimits(null, 100L, null, null, null);
        KeyMeter meter = meter(KeyUse.NONE);
        KeyMeter.Reserved first = meter.take(limits, 80, 0);
        assertThatThrownBy(() -> meter.take(limits, 30, 0)).isInstanceOf(TooManyRequestsException.class);
        meter.settle(first, 50, 0);
        assertThat(meter.left().orElseThrow().tokens().remaining()).isEqualTo(50);
        KeyMeter.Reserved second = meter.take(limits, 30, 0);
        meter.settle(second, 130, 0);
        assertThat(meter.left().orElseThrow().tokens().remaining()).isZero();
        clock.move(Duration.ofMinutes(1));
        assertThat(meter.left().orElseThrow().tokens().remaining())
                .as("the next minute pays for what was too much")
                .isEqualTo(20);
    }

    @Test
    void a_call_larger_than_the_limit_is_told_so_and_costs_no_request() {
        KeyLimits limits = new KeyLimits(1, 100L, null, null, null);
        KeyMeter meter = meter(KeyUse.NONE);
        assertThatThrownBy(() -> meter.take(limits, 101, 0)).hasMessageContaining("this call alone needs about 101");
        meter.take(limits, 100, 0);
    }

    @Test
    void calls_at_the_same_time_are_counted_until_they_end() {
        KeyLimits limits = new KeyLimits(null, null, 2, null, null);
        KeyMeter meter = meter(KeyUse.NONE);
        KeyMeter.Reserved first = meter.take(limits, 1, 0);
        meter.take(limits, 1, 0);
        assertThatThrownBy(() -> meter.take(limits, 1, 0)).hasMessageContaining("at the same time");
        meter.settle(first, 1, 0);
        meter.take(limits, 1, 0);
    }

    @Test
    void a_month_is_spent_until_the_next_begins() {
        KeyLimits limits = new KeyLimits(null, null, null, 100L, null);
        KeyMeter meter = meter(new KeyUse(0, 0, null, 95, 0));
        assertThatThrownBy(() -> meter.take(limits, 6, 0)).isInstanceOf(QuotaExceededException.class);
        meter.settle(meter.take(limits, 5, 0), 5, 0);
        assertThatThrownBy(() -> meter.take(limits, 0, 0))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        spent -> assertThat(spent.retryAfterSeconds())
                                .isEqualTo(Duration.between(clock.instant(), Instant.parse("2026-12-01T00:00:00Z"))
                                                .toSeconds()
                                        + 1));
        clock.move(Duration.ofDays(7));
        meter.take(limits, 100, 0);
    }

    @Test
    void money_counts_like_tokens() {
        KeyLimits limits = new KeyLimits(null, null, null, null, 1_000L);
        KeyMeter meter = meter(new KeyUse(0, 0, null, 0, 400));
        KeyMeter.Reserved call = meter.take(limits, 0, 600);
        assertThatThrownBy(() -> meter.take(limits, 0, 1)).isInstanceOf(QuotaExceededException.class);
        meter.settle(call, 0, 100);
        meter.take(limits, 0, 500);
    }

    @Test
    void a_new_limit_keeps_what_the_month_has_used() {
        KeyMeter meter = meter(KeyUse.NONE);
        KeyMeter.Reserved call = meter.take(new KeyLimits(null, null, null, 100L, null), 90, 0);
        KeyLimits less = new KeyLimits(null, null, null, 50L, null);
        assertThatThrownBy(() -> meter.take(less, 1, 0)).isInstanceOf(QuotaExceededException.class);
        meter.settle(call, 10, 0);
        meter.take(less, 40, 0);
    }

    @Test
    void what_is_undone_was_never_used() {
        KeyLimits limits = new KeyLimits(1, 10L, 1, 10L, 10L);
        KeyMeter meter = meter(KeyUse.NONE);
        meter.undo(meter.take(limits, 10, 10));
        meter.take(limits, 10, 10);
    }

    private KeyMeter meter(KeyUse before) {
        return new KeyMeter(clock, () -> before);
    }

    private static void take(KeyMeter meter, KeyLimits limits, int times) {
        for (int i = 0; i < times; i++) {
            meter.settle(meter.take(limits, 1, 0), 1, 0);
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
