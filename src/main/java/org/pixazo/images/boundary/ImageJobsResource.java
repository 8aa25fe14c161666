package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.ImageJobRepository;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.control.JobWatch;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

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

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<JobResponse> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page<ImageJob> page = jobs.list(caller.get().userId(), PageRequest.of(limit, cursor, 50));
        Map<Long, List<Long>> imageIds =
                jobs.imageIds(page.items().stream().map(ImageJob::id).toList());
        return page.map(job -> JobResponse.of(job, imageIds.getOrDefault(job.id(), List.of())));
    }

    @GET
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(JobResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        ImageJob job = jobs.get(caller.get().userId(), id);
        return Resources.found(request, job.version(), response(job));
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
    public JobResponse cancel(@PathParam("id") long id) {
        return response(images.cancel(caller.get().userId(), id));
    }

    static URI location(ImageJob job) {
        return URI.create("/api/image-jobs/" + job.id());
    }

    private JobResponse response(ImageJob job) {
        return JobResponse.of(job, jobs.imageIds(List.of(job.id())).getOrDefault(job.id(), List.of()));
    }
}
