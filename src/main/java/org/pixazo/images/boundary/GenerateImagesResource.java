package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.ImageOrder;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.control.JobWatch;
import org.pixazo.images.control.Outlook;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.control.WaitPreference;
import org.pixazo.web.entity.IdempotencyKey;

/** Orders pictures. A root of its own, since not every server merges two classes of the same path. */
@Path("images/generate")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class GenerateImagesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ImageService service;

    @Inject
    ImageRepository images;

    @Inject
    JobWatch watch;

    @Inject
    Outlook outlook;

    /**
     * An order that waits or runs.
     *
     * @param job the first of its jobs
     * @param jobs all of them; more than one where macros made several prompts
     */
    record QueuedOrderResponse(@NotNull JobResponse job, List<JobResponse> jobs) {}

    /**
     * Orders pictures; with {@code Prefer: wait=60} the answer comes when they are there, at most that many seconds later.
     * With {@code "macros": true}, choices in braces make a batch of several jobs, which share their {@code batch_id}:
     * <code>a {red|blue} fox</code> is two prompts, <code>{2$$a|b|c}</code> every two of three. {@code POST
     * /api/images/plan} tells before how many that are.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = QueuedOrderResponse.class, responseCode = "202")
    @APIResponse(
            responseCode = "201",
            description = "Done, where the request waited",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FinishedOrderResponse.class)))
    public void generate(
            ImageOrder body,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam("Prefer") String prefer,
            @Suspended AsyncResponse response) {
        Caller asking = caller.get();
        List<ImageJob> jobs = service.orderAll(
                asking, Channel.ofApi(asking), body, IdempotencyKey.of(asking.userId(), idempotencyKey, "image", body));
        Optional<Duration> wait = WaitPreference.of(prefer);
        if (wait.isEmpty()) {
            response.resume(accepted(jobs));
            return;
        }
        response.setTimeout(wait.get().toSeconds(), TimeUnit.SECONDS);
        response.setTimeoutHandler(late -> late.resume(accepted(jobs)));
        FinishedOrder finished = new FinishedOrder(response, jobs, done -> images.ofJob(done.id()));
        jobs.forEach(job -> watch.watch(job.id(), finished));
    }

    private Response accepted(List<ImageJob> jobs) {
        List<JobResponse> all = jobs.stream()
                .map(job -> JobResponse.of(job, List.of(), outlook.of(job)))
                .toList();
        return Response.accepted(new QueuedOrderResponse(all.get(0), all))
                .location(ImageJobsResource.location(jobs.get(0)))
                .build();
    }
}
