package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Role;
import org.pixazo.settings.entity.Settings;
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
    UsageSummaries summaries;

    /** Whether one question more is too many. */
    boolean questionsUsed(Caller caller) {
        return used(
                caller, settings.telegramDailyQuestions(), today(caller).map(sum -> sum.requests() - sum.images()), 1);
    }

    /** Whether so many pictures more are too many. */
    boolean imagesUsed(Caller caller, int wanted) {
        return used(caller, settings.telegramDailyImages(), today(caller).map(UsageSum::images), wanted);
    }

    /** What was used by Telegram today; empty for nothing. */
    Optional<UsageSum> today(Caller caller) {
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
        return summaries
                .of(new UsageFilter(caller.userId(), Channel.TELEGRAM, null, null, midnight, null), UsageGroup.CHANNEL)
                .stream()
                .findFirst();
    }

    private static boolean used(Caller caller, Optional<Integer> limit, Optional<Long> used, int wanted) {
        return caller.role() != Role.ADMIN && limit.isPresent() && used.orElse(0L) + wanted > limit.get();
    }
}
