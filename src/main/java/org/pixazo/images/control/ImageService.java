package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.images.entity.Place;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.prompts.control.Styles;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.workspaces.control.WorkspaceService;

/** Takes orders of pictures and lets go of them. */
@ApplicationScoped
public class ImageService {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ModelCatalogue catalogue;

    @Inject
    UserRepository users;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    @Inject
    Styles styles;

    @Inject
    ImageJobRepository jobs;

    @Inject
    ImageJobRunner runner;

    @Inject
    Ledger ledger;

    @Inject
    JobCalls calls;

    /**
     * Puts an order into the queue.
     *
     * @param key of a request that may be sent again
     * @return the job, or the one that the same request made before
     */
    public ImageJob order(Caller caller, ImageOrder order, Optional<IdempotencyKey> key) {
        return order(caller, Channel.ofApi(caller), order, key);
    }

    /**
     * Puts an order into the queue that came by any channel.
     *
     * @throws org.pixazo.errors.entity.PixazoException with status 429 where a limit of the caller's key is reached; then
     *     nothing is stored
     */
    public ImageJob order(Caller caller, Channel channel, ImageOrder order, Optional<IdempotencyKey> key) {
        String preferred = users.get(caller.userId()).profile().defaultImageModel();
        ImageModel model =
                catalogue.chooseImage(caller.userId(), order.model(), preferred).model();
        if (!caller.mayUse(model.id())) {
            throw new ForbiddenException("This API key does not open the model " + model.id() + ".");
        }
        styles.apply(order.style(), order.prompt(), order.negativePrompt());
        ImageSpec spec = OrderCheck.spec(order, model, RANDOM.nextLong(1L << 32));
        Place place = place(caller.userId(), order);
        int n = order.n() == null ? 1 : order.n();
        Call call = ledger.reserve(NewCall.image(caller, channel, model.id(), model.provider(), n));
        try {
            ImageJob made = new ImageJob(place, spec, n, Timestamps.now()).ordered(caller.keyId(), channel.word());
            ImageJob job = jobs.add(made, key);
            if (job == made) {
                calls.hold(job, call);
            } else {
                call.withdraw();
            }
            runner.wake();
            return job;
        } catch (RuntimeException e) {
            call.withdraw();
            throw e;
        }
    }

    /** Cancels a job unless it has ended; its pictures so far stay. */
    public ImageJob cancel(long userId, long jobId) {
        boolean under = !jobs.get(userId, jobId).status().ended();
        ImageJob job = jobs.cancel(userId, jobId);
        runner.cancelled(jobId);
        if (under && job.status() == JobStatus.CANCELLED) {
            calls.end(job);
        }
        return job;
    }

    /**
     * Tries a failed or cancelled job again, for the pictures that it lacks.
     *
     * @throws org.pixazo.errors.entity.PixazoException with status 409 for a job in another state, with 429 where a limit
     *     of the caller's key is reached
     */
    public ImageJob retry(Caller caller, long jobId) {
        ImageJob old = jobs.get(caller.userId(), jobId);
        String model = old.spec().model();
        if (!caller.mayUse(model)) {
            throw new ForbiddenException("This API key does not open the model " + model + ".");
        }
        String provider = catalogue.chooseImage(caller.userId(), model).model().provider();
        Call call = ledger.reserve(NewCall.image(caller, Channel.ofApi(caller), model, provider, old.n() - old.done()));
        try {
            ImageJob job = jobs.again(caller.userId(), jobId);
            calls.hold(job, call);
            runner.wake();
            return job;
        } catch (RuntimeException e) {
            call.withdraw();
            throw e;
        }
    }

    private Place place(long userId, ImageOrder order) {
        try {
            if (order.chatId() == null) {
                if (order.workspaceId() != null) {
                    workspaces.get(userId, order.workspaceId());
                }
                return new Place(userId, order.workspaceId(), null);
            }
            Chat chat = chats.get(userId, order.chatId());
            if (order.workspaceId() != null && order.workspaceId() != chat.workspaceId()) {
                throw new InvalidInputException("workspace_id", "must be the workspace of the chat, or be left out");
            }
            return new Place(userId, chat.workspaceId(), chat.id());
        } catch (NotFoundException absent) {
            throw new InvalidInputException(
                    order.chatId() == null ? "workspace_id" : "chat_id", "must be one of yours");
        }
    }
}
