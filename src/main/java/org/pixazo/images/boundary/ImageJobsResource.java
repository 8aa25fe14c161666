package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.control.ImageJobRepository;
import org.pixazo.images.control.ImageJobRunner;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.control.JobWatch;
import org.pixazo.images.control.Outlook;
import org.pixazo.images.control.QueueRepository;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageQueue;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.web.entity.QueryValues;

/** The caller's image jobs. */
@Path("image-jobs")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class ImageJobsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ImageJobRepository jobs;

    @Inject
    ImageService images;

    @Inject
    JobWatch watch;

    @Inject
    Outlook outlook;

    @Inject
    QueueRepository queue;

    @Inject
    ImageJobRunner runner;

    /**
     * The state of the queue.
     *
     * @param paused whether no job begins
     * @param changedAt when it was last paused or resumed
     */
    record ImageQueueResponse(boolean paused, @NotNull Instant changedAt) {

        static ImageQueueResponse of(ImageQueue state) {
            return new ImageQueueResponse(state.paused(), state.changedAt());
        }
    }

    /** @param deleted how many jobs are gone */
    record ClearedJobsResponse(int deleted) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<JobResponse> list(
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("batch_id") String batchId) {
        Page<ImageJob> page = jobs.list(
                caller.get().userId(), QueryValues.id("batch_id", batchId), PageRequest.of(limit, cursor, 50));
        Map<Long, List<Long>> imageIds =
                jobs.imageIds(page.items().stream().map(ImageJob::id).toList());
        return page.map(job -> JobResponse.of(job, imageIds.getOrDefault(job.id(), List.of()), outlook.of(job)));
    }

    @GET
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(JobResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        ImageJob job = jobs.get(caller.get().userId(), id);
        return job.status().ended()
                ? Resources.found(request, job.version(), response(job))
                // The outlook changes without a new version of the job.
                : Response.ok(response(job)).build();
    }

    /** Follows a job: an event {@code job} for each of its states until its end. */
    @GET
    @Path("{id:\\d+}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@PathParam("id") long id, @Context SseEventSink sink, @Context Sse sse) {
        jobs.get(caller.get().userId(), id);
        watch.watch(id, new JobEvents(sink, sse));
    }

    /** Cancels the job; one that has ended stays as it is. */
    @DELETE
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    public JobResponse cancel(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        return response(images.cancel(caller.get().userId(), id, new IfMatch(ifMatch)));
    }

    /** Removes the caller's ended jobs, or those with a {@code status} only; their pictures stay. */
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public ClearedJobsResponse clear(@QueryParam("status") String status) {
        Set<JobStatus> ended = Stream.of(JobStatus.values())
                .filter(JobStatus::ended)
                .filter(known -> status == null || known.word().equals(status))
                .collect(Collectors.toSet());
        if (ended.isEmpty()) {
            throw new InvalidInputException("status", "must be succeeded, failed or cancelled");
        }
        return new ClearedJobsResponse(jobs.clear(caller.get().userId(), ended));
    }

    /** Tries a failed or cancelled job again; pictures that it has are not made anew. */
    @POST
    @Path("{id:\\d+}/retry")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = JobResponse.class, responseCode = "202")
    public Response retry(@PathParam("id") long id) {
        ImageJob job = images.retry(caller.get(), id);
        return Response.accepted(response(job)).location(location(job)).build();
    }

    /** Whether the queue is paused. */
    @GET
    @Path("queue")
    @Produces(MediaType.APPLICATION_JSON)
    public ImageQueueResponse queue() {
        return ImageQueueResponse.of(queue.state());
    }

    /** Begins no more jobs, of nobody, on any server; what runs goes on. */
    @POST
    @Path("pause")
    @Needs(Scope.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    public ImageQueueResponse pause() {
        return ImageQueueResponse.of(queue.pause(true));
    }

    /** Begins jobs again. */
    @POST
    @Path("resume")
    @Needs(Scope.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    public ImageQueueResponse resume() {
        ImageQueueResponse resumed = ImageQueueResponse.of(queue.pause(false));
        runner.wake();
        return resumed;
    }

    static URI location(ImageJob job) {
        return URI.create("/api/image-jobs/" + job.id());
    }

    private JobResponse response(ImageJob job) {
        return JobResponse.of(job, jobs.imageIds(List.of(job.id())).getOrDefault(job.id(), List.of()), outlook.of(job));
    }
}
