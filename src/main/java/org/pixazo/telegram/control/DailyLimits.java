package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.pixazo.accounts.entity.Role;
import org.pixazo.settings.entity.Settings;
import org.pixazo.telegram.entity.AccessFields;
import org.pixazo.usage.control.UsageSummaries;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.UsageFilter;
import org.pixazo.usage.entity.UsageGroup;
import org.pixazo.usage.entity.UsageSum;

/** How much a person may ask for by Telegram in a day (UTC), as the ledger counts it. Administrators have no limit. */
@ApplicationScoped
public class DailyLimits {

    @Inject
    Settings settings;

    @Inject
    TelegramPeople people;

    @Inject
    UsageSummaries summaries;

    /** Whether one question more is too many. */
    boolean questionsUsed(Exchange exchange) {
        Optional<Integer> most =
                Optional.ofNullable(access(exchange).dailyQuestions()).or(settings::telegramDailyQuestions);
        return used(exchange, most, today(exchange).map(sum -> sum.requests() - sum.images()), 1);
    }

    /** Whether so many pictures more are too many. */
    boolean imagesUsed(Exchange exchange, int wanted) {
        return used(exchange, mostImages(exchange), today(exchange).map(UsageSum::images), wanted);
    }

    /** How many pictures a person may ask for in a day; empty for any number. */
    Optional<Integer> mostImages(Exchange exchange) {
        return exchange.caller().role() == Role.ADMIN
                ? Optional.empty()
                : Optional.ofNullable(access(exchange).dailyImages()).or(settings::telegramDailyImages);
    }

    /** What was used by Telegram today; empty for nothing. */
    Optional<UsageSum> today(Exchange exchange) {
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
        return summaries
                .of(
                        new UsageFilter(exchange.userId(), Channel.TELEGRAM, null, null, midnight, null),
                        UsageGroup.CHANNEL)
                .stream()
                .findFirst();
    }

    private AccessFields access(Exchange exchange) {
        return people.access(exchange.incoming().sender().id());
    }

    private static boolean used(Exchange exchange, Optional<Integer> limit, Optional<Long> used, int wanted) {
        return exchange.caller().role() != Role.ADMIN && limit.isPresent() && used.orElse(0L) + wanted > limit.get();
    }
}
