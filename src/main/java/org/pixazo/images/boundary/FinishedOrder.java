package org.pixazo.images.boundary;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.images.control.JobReader;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;

/** Answers a request that wants to wait for its jobs, once all of them have ended. No thread waits for it. */
final class FinishedOrder implements JobReader {

    private final AsyncResponse response;
    private final List<ImageJob> ordered;
    private final Function<ImageJob, List<Image>> images;
    private final Map<Long, JobResponse> ended = new ConcurrentHashMap<>();

    /** @param ordered all jobs of the order */
    FinishedOrder(AsyncResponse response, List<ImageJob> ordered, Function<ImageJob, List<Image>> images) {
        this.response = response;
        this.ordered = List.copyOf(ordered);
        this.images = images;
    }

    @Override
    public void onChange(ImageJob job, List<Long> imageIds, JobOutlook outlook) {
        if (!job.status().ended()) {
            return;
        }
        ended.put(job.id(), JobResponse.of(job, imageIds, outlook));
        if (ended.size() == ordered.size()) {
            List<JobResponse> jobs =
                    ordered.stream().map(one -> ended.get(one.id())).toList();
            List<ImageResponse> made = ordered.stream()
                    .flatMap(one -> images.apply(one).stream())
                    .map(ImageResponse::of)
                    .toList();
            response.resume(Response.status(Response.Status.CREATED)
                    .location(ImageJobsResource.location(ordered.get(0)))
                    .header("Preference-Applied", "wait")
                    .entity(new FinishedOrderResponse(jobs.get(0), made, jobs))
                    .build());
        }
    }

    @Override
    public void onSilence() {
        // A JSON document cannot say that it will come.
    }

    @Override
    public void onShutdown() {
        response.resume(new UnavailableException(
                "The server stops while the images are made. The job is kept and goes on when it is back."));
    }

    @Override
    public boolean gone() {
        return response.isDone();
    }
}
