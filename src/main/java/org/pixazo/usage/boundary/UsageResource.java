package org.pixazo.usage.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.entity.Dollars;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.control.UsageRepository;
import org.pixazo.usage.control.UsageSummaries;
import org.pixazo.usage.entity.UsageEntry;
import org.pixazo.usage.entity.UsageFilter;
import org.pixazo.usage.entity.UsageGroup;
import org.pixazo.usage.entity.UsageSum;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The ledger: the caller's own calls of models; everybody's for administrators. */
@Path("usage")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {

    private static final Duration USUAL_SPAN = Duration.ofDays(30);

    @Inject
    CurrentCaller caller;

    @Inject
    Ledger ledger;

    @Inject
    UsageRepository rows;

    @Inject
    UsageSummaries summaries;

    /**
     * One call of a model.
     *
     * @param tokensEstimated whether Pixazo counted the tokens, since the provider did not
     * @param cost US dollars; null where the price is unknown
     * @param status {@code running}, {@code complete}, {@code stopped}, {@code aborted}, {@code failed} or
     *     {@code interrupted}
     */
    public record UsageResponse(
            long id,
            long userId,
            Long keyId,
            Long jobId,
            @NotNull String channel,
            @NotNull String kind,
            @NotNull String model,
            @NotNull String provider,
            long promptTokens,
            long completionTokens,
            boolean tokensEstimated,
            int images,
            BigDecimal cost,
            Long firstTokenMs,
            Long totalMs,
            @NotNull String status,
            Integer httpStatus,
            @NotNull String requestId,
            @NotNull Instant createdAt) {

        static UsageResponse of(UsageEntry row) {
            return new UsageResponse(
                    row.id(),
                    row.userId(),
                    row.keyId(),
                    row.jobId(),
                    row.channel(),
                    row.kind(),
                    row.model(),
                    row.provider(),
                    row.promptTokens(),
                    row.completionTokens(),
                    row.tokensEstimated(),
                    row.images(),
                    Dollars.of(row.cost()),
                    row.firstTokenMillis(),
                    row.totalMillis(),
                    row.status(),
                    row.httpStatus(),
                    row.requestId(),
                    row.createdAt());
        }
    }

    /** Sums of calls, with the time that they cover. */
    public record UsageSummaryResponse(
            @NotNull String groupBy,
            @NotNull Instant from,
            Instant to,
            List<UsageSum> items,
            @NotNull UsageSum total) {}

    /** Calls, newest first. */
    @GET
    public Page<UsageResponse> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @BeanParam UsageQuery query) {
        ledger.writeNow();
        return rows.list(query.filter(caller.get()), PageRequest.of(limit, cursor, 50))
                .map(UsageResponse::of);
    }

    /** Sums by {@code group_by}: day, model, user, key or channel; of the last 30 days unless {@code from} says otherwise. */
    @GET
    @Path("summary")
    public UsageSummaryResponse summary(@QueryParam("group_by") String groupBy, @BeanParam UsageQuery query) {
        UsageGroup group = UsageGroup.of(groupBy == null ? UsageGroup.DAY.word() : groupBy)
                .orElseThrow(() -> new InvalidInputException("group_by", "must be day, model, user, key or channel"));
        UsageFilter asked = query.filter(caller.get());
        ledger.writeNow();
        UsageFilter filter = asked.from() != null ? asked : asked.since(begin(asked.to()));
        return new UsageSummaryResponse(
                group.word(), filter.from(), filter.to(), summaries.of(filter, group), summaries.total(filter));
    }

    private static Instant begin(Instant end) {
        return (end == null ? Timestamps.now() : end).minus(USUAL_SPAN);
    }
}
