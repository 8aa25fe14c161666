package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pixazo.usage.control.UsageSummaries;
import org.pixazo.usage.entity.UsageFilter;
import org.pixazo.usage.entity.UsageSum;

/** {@code /usage}: what was used. */
@ApplicationScoped
public class UsageCommand implements Command {

    @Inject
    DailyLimits limits;

    @Inject
    UsageSummaries summaries;

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public int place() {
        return 12;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        Instant month = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(30, ChronoUnit.DAYS);
        Optional<UsageSum> today = limits.today(exchange);
        UsageSum all = summaries.total(new UsageFilter(exchange.userId(), null, null, null, month, null));
        String mostImages =
                limits.mostImages(exchange).map(most -> " / " + most).orElse("");
        exchange.say(exchange.text(
                "usage",
                today.map(UsageSum::requests).orElse(0L),
                today.map(UsageSum::images).orElse(0L) + mostImages,
                all.requests(),
                all.tokens(),
                all.images(),
                all.cost() == null ? "0" : all.cost().toPlainString()));
        return Done.now();
    }
}
