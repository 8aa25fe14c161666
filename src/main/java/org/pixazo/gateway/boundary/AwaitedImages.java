package org.pixazo.gateway.boundary;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.gateway.control.JsonBodies;
import org.pixazo.gateway.control.OpenAiErrors;
import org.pixazo.gateway.entity.GeneratedImages;
import org.pixazo.images.control.JobReader;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.web.control.RequestId;

/**
 * Answers a request once its job has ended or the time is over. No thread waits for it, and a client that hangs up loses
 * nothing: the job goes on.
 */
final class AwaitedImages implements JobReader, AsyncListener {

    private static final Logger LOG = Logger.getLogger(AwaitedImages.class.getName());

    private final AsyncContext context;
    private final long jobId;
    private final Function<ImageJob, GeneratedImages> delivery;
    private final Function<ImageJob, PixazoException> failures;
    private final String requestId = RequestId.current();
    private final AtomicBoolean answered = new AtomicBoolean();

    /**
     * @param delivery the answer for a job that succeeded
     * @param failures the reason of one that did not
     */
    AwaitedImages(
            AsyncContext context,
            long jobId,
            Function<ImageJob, GeneratedImages> delivery,
            Function<ImageJob, PixazoException> failures) {
        this.context = context;
        this.jobId = jobId;
        this.delivery = delivery;
        this.failures = failures;
    }

    @Override
    public void onChange(ImageJob job, List<Long> imageIds, JobOutlook outlook) {
        if (job.status() == JobStatus.SUCCEEDED) {
            answer(response -> JsonBodies.write(response, delivery.apply(job)));
        } else if (job.status().ended()) {
            fail(failures.apply(job));
        }
    }

    @Override
    public void onSilence() {
        // A JSON document cannot say that it will come.
    }

    @Override
    public void onShutdown() {
        fail(new UnavailableException("The server stops while the images are made. " + whereItIs()));
    }

    @Override
    public boolean gone() {
        return answered.get();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        fail(new UpstreamTimedOutException("The images are not ready yet. " + whereItIs()));
    }

    @Override
    public void onError(AsyncEvent event) {
        answered.set(true);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        answered.set(true);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private String whereItIs() {
        return "Image job " + jobId + " goes on: GET /api/image-jobs/" + jobId + " tells how far it is.";
    }

    private void fail(PixazoException failure) {
        answer(response -> {
            // The official libraries would order the same once more; the job has had its own tries.
            response.setHeader("X-Should-Retry", "false");
            OpenAiErrors.write(response, failure);
        });
    }

    private void answer(Writer writer) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        RequestId.run(requestId, () -> {
            HttpServletResponse response = (HttpServletResponse) context.getResponse();
            try {
                writer.write(response);
            } catch (IOException clientGone) {
                LOG.log(Level.FINE, "The client of image job " + jobId + " is gone", clientGone);
            } catch (RuntimeException e) {
                unexpected(response, e);
            } finally {
                context.complete();
            }
        });
    }

    private void unexpected(HttpServletResponse response, RuntimeException failure) {
        LOG.log(Level.SEVERE, "The images of job " + jobId + " cannot be handed over", failure);
        try {
            OpenAiErrors.write(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, OpenAiErrors.unexpected());
        } catch (IOException clientGone) {
            LOG.log(Level.FINE, "The client of image job " + jobId + " is gone", clientGone);
        }
    }

    private interface Writer {
        void write(HttpServletResponse response) throws IOException;
    }
}
