package org.pixazo.images.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobOutlook;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.images.entity.WaitingJob;

/**
 * Tells waiting people where their jobs stand. Positions are looked up at most once a second for all; the estimate takes
 * the jobs ahead for ones of the same model.
 */
@ApplicationScoped
public class Outlook {

    private static final int LOOKED_AT = 5_000;

    @Inject
    QueueRepository queue;

    @Inject
    JobSlots slots;

    private final Cache<String, Map<Long, Integer>> positions =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    private final Cache<String, Duration> times = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    public JobOutlook of(ImageJob job) {
        if (job.status().ended()) {
            return JobOutlook.NONE;
        }
        Integer position = job.status() == JobStatus.QUEUED ? position(job.id()) : null;
        long ahead =
                position == null ? 0 : ceilDiv(position - 1, slots.of(job.spec().model()));
        Long seconds = Optional.ofNullable(usual(job.spec().model()))
                .map(usual -> ceilDiv(usual.toMillis() * (ahead + job.n() - job.done()), 1000))
                .orElse(null);
        return new JobOutlook(position, seconds);
    }

    /**
     * How long an order would take if it came now.
     *
     * @param model catalogue id
     * @return seconds; null where the model has no history
     */
    public Long secondsOf(String model, int jobs, int images) {
        int slotsOfModel = slots.of(model);
        long ahead = ceilDiv(positions.get("", all -> look()).size(), slotsOfModel);
        long rounds = ceilDiv(images, Math.min(jobs, slotsOfModel));
        return Optional.ofNullable(usual(model))
                .map(usual -> ceilDiv(usual.toMillis() * (ahead + rounds), 1000))
                .orElse(null);
    }

    private Duration usual(String model) {
        return times.get(model, unknown -> queue.usualTime(unknown).orElse(null));
    }

    private static long ceilDiv(long whole, long parts) {
        return (whole + parts - 1) / parts;
    }

    private Integer position(long jobId) {
        Integer known = positions.get("", all -> look()).get(jobId);
        if (known == null) {
            positions.invalidateAll();
            known = positions.get("", all -> look()).get(jobId);
        }
        return known;
    }

    private Map<Long, Integer> look() {
        List<WaitingJob> waiting = queue.inOrder(LOOKED_AT);
        Map<Long, Integer> found = new HashMap<>();
        waiting.forEach(job -> found.put(job.id(), found.size() + 1));
        return found;
    }
}
