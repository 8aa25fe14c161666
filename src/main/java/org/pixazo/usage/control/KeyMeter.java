package org.pixazo.usage.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.QuotaExceededException;
import org.pixazo.errors.entity.TooManyRequestsException;
import org.pixazo.schema.entity.Dollars;
import org.pixazo.usage.entity.KeyUse;
import org.pixazo.usage.entity.RateLimits;

/**
 * Judges the limits of one API key. Thread-safe: all limits are taken together or none is, and the lock is held for
 * nothing but arithmetic, except that the first use asks for what was used before.
 */
final class KeyMeter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long ONE_SECOND = 1;

    private final Clock clock;
    private final Supplier<KeyUse> before;

    private KeyLimits limits = KeyLimits.NONE;
    private MinuteLimit requests;
    private MinuteLimit tokens;
    private int parallel;
    private YearMonth month;
    private long monthTokens;
    private long monthCost;

    /** @param before tells what was used before this server started */
    KeyMeter(Clock clock, Supplier<KeyUse> before) {
        this.clock = clock;
        this.before = before;
    }

    /**
     * What one call holds back until it is settled.
     *
     * @param cost billionths of a US dollar; 0 where it is unknown
     */
    record Reserved(long tokens, long cost, Instant at) {}

    /**
     * Takes what a call may need.
     *
     * @param now the limits as they are at present
     * @throws TooManyRequestsException where the minute or the calls at the same time are used up
     * @throws QuotaExceededException where the month is
     */
    synchronized Reserved take(KeyLimits now, long wantedTokens, long wantedCost) {
        Instant at = clock.instant();
        follow(now, at);
        judgeParallel();
        judgeMonth(at, wantedTokens, wantedCost);
        if (requests != null && !requests.tryTake(1)) {
            throw tooMany("This API key may make " + requests.limit() + " requests a minute", requests.until(1));
        }
        if (tokens != null && !tokens.tryTake(wantedTokens)) {
            if (requests != null) {
                requests.giveBack(1);
            }
            throw tooManyTokens(wantedTokens);
        }
        return hold(wantedTokens, wantedCost, at);
    }

    /** Takes what a call needs that was allowed before, by this server or by another one. */
    synchronized Reserved takeAllowed(KeyLimits now, long wantedTokens, long wantedCost) {
        Instant at = clock.instant();
        follow(now, at);
        turnMonth(at);
        return hold(wantedTokens, wantedCost, at);
    }

    /** Ends a call: what was held back becomes what was used. */
    synchronized void settle(Reserved reserved, long usedTokens, long usedCost) {
        Instant at = clock.instant();
        turnMonth(at);
        parallel--;
        if (YearMonth.from(reserved.at().atOffset(ZoneOffset.UTC)).equals(month)) {
            monthTokens += usedTokens - reserved.tokens();
            monthCost += usedCost - reserved.cost();
        } else {
            monthTokens += usedTokens;
            monthCost += usedCost;
        }
        if (tokens != null && usedTokens > reserved.tokens()) {
            tokens.charge(usedTokens - reserved.tokens());
        } else if (tokens != null && reserved.at().plus(MINUTE).isAfter(at)) {
            tokens.giveBack(reserved.tokens() - usedTokens);
        }
    }

    /** Undoes a call as if it had never been asked for. */
    synchronized void undo(Reserved reserved) {
        settle(reserved, 0, 0);
        if (requests != null && reserved.at().plus(MINUTE).isAfter(clock.instant())) {
            requests.giveBack(1);
        }
    }

    /** What is left by the minute; empty where nothing is limited by it. */
    synchronized Optional<RateLimits> left() {
        return requests == null && tokens == null
                ? Optional.empty()
                : Optional.of(new RateLimits(
                        requests == null ? null : requests.left(), tokens == null ? null : tokens.left()));
    }

    private Reserved hold(long wantedTokens, long wantedCost, Instant at) {
        parallel++;
        monthTokens += wantedTokens;
        monthCost += wantedCost;
        return new Reserved(wantedTokens, wantedCost, at);
    }

    /** Brings the meter in line with the limits; what was used stays used. */
    private void follow(KeyLimits now, Instant at) {
        if (now.equals(limits)) {
            return;
        }
        // Asked before anything changes, since it may fail.
        KeyUse use = before.get();
        Instant since = use.minuteSince() == null ? at : use.minuteSince();
        requests = now.requestsPerMinute() == null
                ? null
                : new MinuteLimit(now.requestsPerMinute(), use.minuteRequests(), since, clock);
        tokens = now.tokensPerMinute() == null
                ? null
                : new MinuteLimit(now.tokensPerMinute(), use.minuteTokens(), since, clock);
        if (month == null) {
            month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
            monthTokens = use.monthTokens();
            monthCost = use.monthCost();
        }
        limits = now;
    }

    private void judgeParallel() {
        if (limits.parallelRequests() != null && parallel >= limits.parallelRequests()) {
            throw new TooManyRequestsException(
                    "This API key may have " + limits.parallelRequests()
                            + " requests at the same time. Wait until one has ended.",
                    ONE_SECOND);
        }
    }

    private void judgeMonth(Instant at, long wantedTokens, long wantedCost) {
        turnMonth(at);
        if (limits.monthlyTokens() != null
                && (monthTokens >= limits.monthlyTokens() || monthTokens + wantedTokens > limits.monthlyTokens())) {
            throw spent(
                    at,
                    "This API key may use " + limits.monthlyTokens() + " tokens a month; " + monthTokens
                            + " are used or held by calls under way, and this call needs about " + wantedTokens + ".");
        }
        if (limits.monthlyCost() != null
                && (monthCost >= limits.monthlyCost() || monthCost + wantedCost > limits.monthlyCost())) {
            throw spent(
                    at,
                    "This API key may spend " + dollars(limits.monthlyCost()) + " a month; " + dollars(monthCost)
                            + " are spent or held by calls under way, and this call costs about " + dollars(wantedCost)
                            + ".");
        }
    }

    private void turnMonth(Instant at) {
        YearMonth present = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        if (!present.equals(month)) {
            month = present;
            monthTokens = 0;
            monthCost = 0;
        }
    }

    private PixazoException tooManyTokens(long wanted) {
        String rule = "This API key may use " + tokens.limit() + " tokens a minute";
        return wanted > tokens.limit()
                ? tooMany(rule + ", and this call alone needs about " + wanted, MINUTE)
                : tooMany(rule + ", and this call needs about " + wanted, tokens.until(wanted));
    }

    private static TooManyRequestsException tooMany(String rule, Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return new TooManyRequestsException(rule + ". Try again in " + seconds + " seconds.", seconds);
    }

    private static QuotaExceededException spent(Instant at, String detail) {
        Instant next = YearMonth.from(at.atOffset(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return new QuotaExceededException(
                detail + " The next month begins at " + next + ".",
                Duration.between(at, next).toSeconds() + 1);
    }

    private static String dollars(long billionths) {
        return "$" + Dollars.of(billionths).toPlainString();
    }
}
