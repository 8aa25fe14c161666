package org.pixazo.images.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.images.control.JobReader;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;

/** Answers a request that wants to wait for its job, once the job has ended. No thread waits for it. */
final class FinishedJob implements JobReader {

    private final AsyncResponse response;
    private final Function<ImageJob, List<Image>> images;

    /** A job that has ended, with its pictures. */
    record FinishedJobResponse(@NotNull JobResponse job, List<ImageResponse> images) {}

    FinishedJob(AsyncResponse response, Function<ImageJob, List<Image>> images) {
        this.response = response;
        this.images = images;
    }

    @Override
    public void onChange(ImageJob job, List<Long> imageIds, JobOutlook outlook) {
        if (job.status().ended()) {
            List<ImageResponse> made =
                    images.apply(job).stream().map(ImageResponse::of).toList();
            response.resume(Response.status(Response.Status.CREATED)
                    .location(ImageJobsResource.location(job))
                    .header("Preference-Applied", "wait")
                    .entity(new FinishedJobResponse(JobResponse.of(job, imageIds, outlook), made))
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
