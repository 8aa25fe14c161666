package org.pixazo.usage.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.schema.entity.Dollars;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.control.UsageRepository;
import org.pixazo.usage.control.UsageSummaries;
import org.pixazo.usage.entity.UsageEntry;
import org.pixazo.usage.entity.UsageFilter;
import org.pixazo.usage.entity.UsageGroup;
import org.pixazo.usage.entity.UsageSum;
import org.pixazo.web.entity.PageRequest;

/** The usage page: sums of 7, 30 or 90 days and the newest calls; everybody's where an administrator asks for them. */
@Named
@RequestScoped
public class UsageBacking {

    private static final List<Integer> SPANS = List.of(7, 30, 90);
    private static final int USUAL_SPAN = 30;
    private static final int NEWEST = 20;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Inject
    CurrentCaller caller;

    @Inject
    Ledger ledger;

    @Inject
    UsageSummaries summaries;

    @Inject
    UsageRepository rows;

    @Inject
    @RequestParameterMap
    Map<String, String> parameters;

    private int days;
    private boolean all;
    private UsageFilter filter;
    private UsageSum total;
    private List<Day> chart;

    /**
     * One bar of the chart.
     *
     * @param height percent of the highest
     */
    public record Day(LocalDate date, UsageSum sum, long height) {

        public LocalDate getDate() {
            return date;
        }

        public UsageSum getSum() {
            return sum;
        }

        public long getHeight() {
            return height;
        }
    }

    @PostConstruct
    void read() {
        ledger.writeNow();
        days = SPANS.stream()
                .filter(span -> span.toString().equals(parameters.get("days")))
                .findFirst()
                .orElse(USUAL_SPAN);
        all = isAdministrator() && "true".equals(parameters.get("all"));
        Instant from = LocalDate.now(ZoneOffset.UTC)
                .minusDays(days - 1L)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        filter = new UsageFilter(all ? null : caller.get().userId(), null, null, null, from, null);
    }

    public List<Integer> getSpans() {
        return SPANS;
    }

    public int getDays() {
        return days;
    }

    /** Whether the page shows everybody's calls. */
    public boolean isAll() {
        return all;
    }

    public boolean isAdministrator() {
        return caller.get().administrator();
    }

    public UsageSum getTotal() {
        if (total == null) {
            total = summaries.total(filter);
        }
        return total;
    }

    /** Every day of the span, the oldest first, also those without a call. */
    public List<Day> getChart() {
        if (chart == null) {
            Map<String, UsageSum> sums = summaries.of(filter, UsageGroup.DAY).stream()
                    .collect(Collectors.toMap(UsageSum::group, Function.identity()));
            long most =
                    sums.values().stream().mapToLong(UsageSum::requests).max().orElse(1);
            chart = new ArrayList<>();
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            for (LocalDate date = today.minusDays(days - 1L); !date.isAfter(today); date = date.plusDays(1)) {
                UsageSum sum = sums.get(date.toString());
                chart.add(new Day(date, sum, sum == null ? 0 : Math.max(2, sum.requests() * 100 / most)));
            }
        }
        return chart;
    }

    public List<UsageSum> getModels() {
        return summaries.of(filter, UsageGroup.MODEL);
    }

    public List<UsageSum> getKeys() {
        return summaries.of(filter, UsageGroup.KEY);
    }

    public List<UsageSum> getChannels() {
        return summaries.of(filter, UsageGroup.CHANNEL);
    }

    public List<UsageSum> getUsers() {
        return summaries.of(filter, UsageGroup.USER);
    }

    public List<UsageEntry> getNewest() {
        return rows.list(filter, new PageRequest(NEWEST, null)).items();
    }

    /** A figure with separators. */
    public String number(long figure) {
        return String.format(Locale.ENGLISH, "%,d", figure);
    }

    /** Dollars in the digits that matter; a dash where nothing is known. */
    public String dollars(BigDecimal amount) {
        if (amount == null) {
            return "–";
        }
        boolean small = amount.signum() != 0 && amount.compareTo(CENT) < 0;
        return "$" + amount.setScale(small ? 6 : 2, RoundingMode.HALF_UP).toPlainString();
    }

    public String cost(UsageEntry row) {
        return dollars(Dollars.of(row.cost()));
    }

    /** A time in the unit that reads best; a dash where there is none. */
    public String time(Long millis) {
        if (millis == null) {
            return "–";
        }
        return millis < 1_000 ? millis + " ms" : String.format(Locale.ENGLISH, "%.1f s", millis / 1_000.0);
    }
}
