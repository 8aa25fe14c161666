package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.models.control.ImageModels;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;

/**
 * The calls in the ledger that belong to image jobs: one a job, reserved with its order and settled with its end. A job
 * outlives its server, and so does its call: whoever goes on with the job takes the call up, and whoever lost the job
 * leaves it.
 */
@ApplicationScoped
class JobCalls {

    @Inject
    Ledger ledger;

    @Inject
    ApiKeyService keys;

    @Inject
    ImageModels models;

    private final Map<Long, Call> held = new ConcurrentHashMap<>();

    /** Binds a reserved call to the job that was made of it. */
    void hold(ImageJob job, Call call) {
        call.workOf(job.id());
        if (held.putIfAbsent(job.id(), call) != null) {
            // The job began in this very moment, and its call was taken up.
            call.withdraw();
        }
    }

    /** A job is worked on by this server. */
    void begin(ImageJob job) {
        held.computeIfAbsent(job.id(), id -> ledger.resume(asked(job), id));
    }

    /** One more picture of a job is there. */
    void pictureMade(long jobId) {
        Optional.ofNullable(held.get(jobId)).ifPresent(Call::pictureMade);
    }

    /** A job was ended by this server. */
    void end(ImageJob job) {
        begin(job);
        Optional.ofNullable(held.remove(job.id()))
                .ifPresent(call -> call.end(new CallEnd(status(job.status()), null, null, job.done())));
    }

    /** A job is gone, with all that was known of it. */
    void gone(long jobId) {
        Optional.ofNullable(held.remove(jobId))
                .ifPresent(call -> call.end(new CallEnd(CallStatus.STOPPED, null, null)));
    }

    /** A job was ended or taken by another server. */
    void lost(long jobId) {
        Optional.ofNullable(held.remove(jobId)).ifPresent(Call::leave);
    }

    /** The jobs whose calls this server holds. */
    Set<Long> jobs() {
        return held.keySet();
    }

    private NewCall asked(ImageJob job) {
        KeyLimits limits =
                job.keyId() == null ? KeyLimits.NONE : keys.limits(job.keyId()).orElse(KeyLimits.NONE);
        String model = job.spec().model();
        return NewCall.image(
                Caller.ofWork(job.place().userId(), job.keyId(), limits),
                Channel.of(job.channel()).orElse(Channel.WEB),
                model,
                models.find(model).map(ImageModel::provider).orElse(model),
                job.n() - job.done());
    }

    private static CallStatus status(JobStatus status) {
        return switch (status) {
            case SUCCEEDED -> CallStatus.COMPLETE;
            case CANCELLED -> CallStatus.STOPPED;
            case FAILED, QUEUED, RUNNING -> CallStatus.FAILED;
        };
    }
}
