package org.pixazo.images.boundary;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.pixazo.images.control.JobReader;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;
import org.pixazo.web.control.Json;

/** Writes the states of a job as server-sent events named {@code job}; the last one is its end. */
final class JobEvents implements JobReader {

    private final SseEventSink sink;
    private final Sse sse;

    JobEvents(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    @Override
    public void onChange(ImageJob job, List<Long> imageIds, JobOutlook outlook) {
        sink.send(sse.newEventBuilder()
                .name("job")
                .data(String.class, Json.write(JobResponse.of(job, imageIds, outlook)))
                .build());
        if (job.status().ended()) {
            sink.close();
        }
    }

    @Override
    public void onSilence() {
        sink.send(sse.newEventBuilder().comment("still working").build());
    }

    @Override
    public void onShutdown() {
        sink.close();
    }

    @Override
    public boolean gone() {
        return sink.isClosed();
    }
}
