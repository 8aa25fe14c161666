package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;

/** Takes orders of pictures and lets go of them. */
@ApplicationScoped
public class ImageService {

    @Inject
    OrderPlanner planner;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    ImageJobRepository jobs;

    @Inject
    ImageJobRunner runner;

    @Inject
    Ledger ledger;

    @Inject
    JobCalls calls;

    /**
     * Puts an order of one prompt into the queue that came by any channel.
     *
     * @param key of a request that may be sent again
     * @return the job, or the one that the same request made before
     * @throws org.pixazo.errors.entity.PixazoException as {@link #orderAll}
     */
    public ImageJob order(Caller caller, Channel channel, ImageOrder order, Optional<IdempotencyKey> key) {
        if (Boolean.TRUE.equals(order.macros())) {
            throw new InvalidInputException("macros", "is not possible here: one prompt makes one job");
        }
        return orderAll(caller, channel, order, key).get(0);
    }

    /**
     * Puts an order into the queue.
     *
     * @param key of a request that may be sent again
     * @return its jobs, one for each prompt, or those that the same request made before
     * @throws org.pixazo.errors.entity.PixazoException with status 429 where a limit of the caller's key is reached; then
     *     nothing is stored
     */
    public List<ImageJob> orderAll(Caller caller, Channel channel, ImageOrder order, Optional<IdempotencyKey> key) {
        OrderPlan plan = planner.plan(caller, order);
        List<Call> reserved = new ArrayList<>();
        try {
            for (int i = 0; i < plan.variants().size(); i++) {
                reserved.add(ledger.reserve(NewCall.image(
                        caller, channel, plan.model().id(), plan.model().provider(), plan.perJob())));
            }
            Instant now = Timestamps.now();
            List<ImageJob> made = plan.variants().stream()
                    .map(variant -> new ImageJob(plan.place(), variant.spec(), plan.perJob(), now)
                            .ordered(caller.keyId(), channel.word())
                            .from(variant.provenance(), plan.reference()))
                    .toList();
            List<ImageJob> stored = jobs.add(made, key);
            if (stored == made) {
                for (int i = 0; i < made.size(); i++) {
                    calls.hold(made.get(i), reserved.get(i));
                }
            } else {
                reserved.forEach(Call::withdraw);
            }
            runner.wake();
            return stored;
        } catch (RuntimeException e) {
            reserved.forEach(Call::withdraw);
            throw e;
        }
    }

    /** Cancels a job unless it has ended; its pictures so far stay. */
    public ImageJob cancel(long userId, long jobId, IfMatch condition) {
        ImageJob before = jobs.get(userId, jobId);
        condition.check(before.version());
        boolean under = !before.status().ended();
        ImageJob job = jobs.cancel(userId, jobId);
        runner.cancelled(jobId);
        if (under && job.status() == JobStatus.CANCELLED) {
            calls.end(job);
        }
        return job;
    }

    /**
     * Tries a failed or cancelled job again, for the pictures that it lacks.
     *
     * @throws org.pixazo.errors.entity.PixazoException with status 409 for a job in another state, with 429 where a limit
     *     of the caller's key is reached
     */
    public ImageJob retry(Caller caller, long jobId) {
        ImageJob old = jobs.get(caller.userId(), jobId);
        String model = old.spec().model();
        if (!caller.mayUse(model)) {
            throw new ForbiddenException("This API key does not open the model " + model + ".");
        }
        String provider = catalogue.chooseImage(caller.userId(), model).model().provider();
        Call call = ledger.reserve(NewCall.image(caller, Channel.ofApi(caller), model, provider, old.n() - old.done()));
        try {
            ImageJob job = jobs.again(caller.userId(), jobId);
            calls.hold(job, call);
            runner.wake();
            return job;
        } catch (RuntimeException e) {
            call.withdraw();
            throw e;
        }
    }
}
