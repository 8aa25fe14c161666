package org.pixazo.images.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.ImagesChanged;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.images.entity.StoredFile;
import org.pixazo.schema.control.Node;
import org.pixazo.schema.entity.Lease;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.IdempotencyKeys;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Queries and short writing transactions of jobs. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ImageJobRepository {

    @PersistenceContext
    EntityManager em;

    @Inject
    IdempotencyKeys idempotency;

    @Inject
    Node node;

    @Inject
    Event<ImagesChanged> imagesChanged;

    /** Puts the jobs of an order into the queue; a request that was sent before gets the jobs that it made then. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<ImageJob> add(List<ImageJob> jobs, Optional<IdempotencyKey> key) {
        Optional<String> before = key.flatMap(idempotency::find);
        if (before.isPresent()) {
            return ofOrder(em.find(ImageJob.class, Long.valueOf(before.get())));
        }
        for (ImageJob job : jobs) {
            em.persist(job);
            // One by one, so that their ids follow the order of the prompts.
            em.flush();
            if (jobs.size() > 1) {
                job.joinBatch(jobs.get(0).id());
            }
        }
        em.flush();
        key.ifPresent(
                found -> idempotency.remember(found, Long.toString(jobs.get(0).id())));
        return jobs;
    }

    private List<ImageJob> ofOrder(ImageJob first) {
        return first == null || first.batchId() == null
                ? Stream.ofNullable(first).toList()
                : em.createQuery("SELECT j FROM ImageJob j WHERE j.batchId = :batch ORDER BY j.id", ImageJob.class)
                        .setParameter("batch", first.batchId())
                        .getResultList();
    }

    public Optional<ImageJob> find(long id) {
        return Optional.ofNullable(em.find(ImageJob.class, id));
    }

    /** @throws NotFoundException where the user has no such job */
    public ImageJob get(long userId, long id) {
        return find(id).filter(job -> job.place().userId() == userId)
                .orElseThrow(() -> new NotFoundException("There is no image job " + id + "."));
    }

    /**
     * Newest first.
     *
     * @param batchId only jobs of this batch; null for all
     */
    public Page<ImageJob> list(long userId, Long batchId, PageRequest page) {
        TypedQuery<ImageJob> query = em.createQuery(
                        "SELECT j FROM ImageJob j WHERE j.place.userId = :user AND j.id < :after"
                                + (batchId == null ? "" : " AND j.batchId = :batch") + " ORDER BY j.id DESC",
                        ImageJob.class)
                .setParameter("user", userId)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after());
        if (batchId != null) {
            query.setParameter("batch", batchId);
        }
        return page.page(query.setMaxResults(page.limit() + 1).getResultList(), ImageJob::id);
    }

    /** Ids of the pictures of jobs, in the order of their making. */
    public Map<Long, List<Long>> imageIds(List<Long> jobIds) {
        if (jobIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "SELECT i.jobId, i.id FROM Image i WHERE i.jobId IN :jobs AND i.deletedAt IS NULL"
                                + " ORDER BY i.jobIndex",
                        Object[].class)
                .setParameter("jobs", jobIds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toList())));
    }

    /** Which of a job's units have their picture. */
    public List<Integer> doneIndexes(long jobId) {
        return em.createQuery("SELECT i.jobIndex FROM Image i WHERE i.jobId = :job", Integer.class)
                .setParameter("job", jobId)
                .getResultList();
    }

    /**
     * Takes a job for this server.
     *
     * @return false where another server was faster
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean claim(long id) {
        Lease lease = node.lease();
        Instant now = Timestamps.now();
        return em.createQuery(
                                "UPDATE ImageJob j SET j.status = 'running', j.startedAt = :now, j.leaseOwner = :owner, j.leaseUntil = :until,"
                                        + " j.updatedAt = :now, j.version = j.version + 1 WHERE j.id = :id"
                                        + " AND ((j.status = 'queued' AND j.nextAttemptAt <= :now)"
                                        + " OR (j.status = 'running' AND j.leaseUntil < :now))")
                        .setParameter("owner", lease.owner())
                        .setParameter("until", lease.until())
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /**
     * Renews the lease of a job that runs here.
     *
     * @return false where it does not run here any more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean renew(long id) {
        Lease lease = node.lease();
        return em.createQuery("UPDATE ImageJob j SET j.leaseUntil = :until, j.version = j.version"
                                + " WHERE j.id = :id AND j.status = 'running' AND j.leaseOwner = :owner")
                        .setParameter("until", lease.until())
                        .setParameter("owner", lease.owner())
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Puts what runs on this server back into the queue: at its start, when it died before, and when it stops. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int release() {
        return em.createQuery("UPDATE ImageJob j SET j.status = 'queued', j.leaseOwner = NULL, j.leaseUntil = NULL,"
                        + " j.updatedAt = :now, j.version = j.version + 1"
                        + " WHERE j.status = 'running' AND j.leaseOwner = :owner")
                .setParameter("owner", node.name())
                .setParameter("now", Timestamps.now())
                .executeUpdate();
    }

    /**
     * Adds a picture to a job that runs here.
     *
     * @return empty where the job does not run here any more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Image> addImage(long jobId, int index, ImageSpec spec, StoredFile file, Duration madeIn) {
        ImageJob job = em.find(ImageJob.class, jobId);
        if (job == null || !job.runsOn(node.name())) {
            return Optional.empty();
        }
        Instant now = Timestamps.now();
        Image image = new Image(job, index, spec, file, madeIn, now);
        em.persist(image);
        job.progress(now);
        imagesChanged.fire(new ImagesChanged(job.place().userId(), Set.of()));
        return Optional.of(image);
    }

    /**
     * Ends a job that runs here.
     *
     * @return empty where it does not run here any more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<ImageJob> end(long id, JobStatus how, String reason) {
        Optional<ImageJob> job = find(id).filter(found -> found.runsOn(node.name()));
        job.ifPresent(found -> found.end(how, reason, Timestamps.now()));
        return job;
    }

    /** Puts a job that runs here back into the queue for a later try. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void retry(long id, String reason, Duration pause) {
        ImageJob job = em.find(ImageJob.class, id);
        if (job != null && job.runsOn(node.name())) {
            Instant now = Timestamps.now();
            job.retry(reason, now.plus(pause), now);
        }
    }

    /** Cancels a job unless it has ended; its pictures so far stay. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImageJob cancel(long userId, long id) {
        ImageJob job = get(userId, id);
        if (!job.status().ended()) {
            job.end(JobStatus.CANCELLED, null, Timestamps.now());
        }
        return job;
    }

    /** Lets others go first: a job that runs here goes back to the queue with the pictures that it has. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void stepBack(long id) {
        ImageJob job = em.find(ImageJob.class, id);
        if (job != null && job.runsOn(node.name())) {
            job.stepBack(Timestamps.now());
        }
    }

    /**
     * Puts a job back that failed or was cancelled, for the pictures that it lacks.
     *
     * @throws ConflictException where it waits, runs or has succeeded
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImageJob again(long userId, long id) {
        ImageJob job = get(userId, id);
        if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELLED) {
            throw new ConflictException("The image job " + id + " is "
                    + job.status().word() + "; only a failed or cancelled one can be tried again.");
        }
        job.again(Timestamps.now());
        return job;
    }

    /**
     * Removes ended jobs of a user; their pictures stay.
     *
     * @return how many
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int clear(long userId, Set<JobStatus> ended) {
        return em.createQuery("DELETE FROM ImageJob j WHERE j.place.userId = :user AND j.status IN :ended")
                .setParameter("user", userId)
                .setParameter("ended", ended.stream().map(JobStatus::word).toList())
                .executeUpdate();
    }
}
