package org.pixazo.images.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.ModelTrials;
import org.pixazo.images.entity.Reference;
import org.pixazo.providers.entity.GatewayTrial;
import org.pixazo.providers.entity.ImageFile;

/** Tries a model of the gateway. A root of its own, since not every server merges two classes of the same path. */
@Path("admin/models/{id:[a-z0-9][a-z0-9._-]{0,99}}/test")
@ApplicationScoped
@Needs(Scope.ADMIN)
public class ModelTrialResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ModelTrials trials;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    /** What to make, and ids of the caller's pictures for a model that works on one. */
    public record ModelTrialRequest(
            @NotBlank(message = "must not be blank") @Size(max = 1_000, message = "must have at most 1000 characters")
            String prompt,

            Long referenceImageId,
            Long maskImageId) {}

    /**
     * What came of it.
     *
     * @param ok whether there is a picture
     * @param error why there is none, in the words that users would see
     * @param seconds that it took
     * @param sent the body that went to the gateway
     * @param answers of the gateway in their order, cut at 4000 characters
     * @param picture as a {@code data:} address
     */
    public record ModelTrialResponse(
            boolean ok,
            String error,
            double seconds,
            @NotNull String sent,
            List<GatewayTrial.Answer> answers,
            String picture) {

        static ModelTrialResponse of(GatewayTrial trial, long nanos) {
            return new ModelTrialResponse(
                    trial.picture() != null,
                    trial.error(),
                    Math.round(nanos / 1e7) / 100.0,
                    trial.sent(),
                    trial.answers(),
                    trial.picture() == null ? null : address(trial.picture()));
        }

        private static String address(ImageFile picture) {
            return "data:" + picture.mediaType() + ";base64,"
                    + Base64.getEncoder().encodeToString(picture.bytes());
        }
    }

    /** Makes one picture with the model's defaults, and shows what was sent and answered. It counts and costs as others. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ModelTrialResponse.class)
    public void test(@PathParam("id") String id, ModelTrialRequest body, @Suspended AsyncResponse response) {
        long begun = System.nanoTime();
        Reference reference = new Reference(body.referenceImageId(), body.maskImageId(), null);
        trials.make(caller.get(), id, body.prompt(), reference)
                .whenCompleteAsync(
                        (trial, failure) -> {
                            if (failure == null) {
                                response.resume(ModelTrialResponse.of(trial, System.nanoTime() - begun));
                            } else {
                                response.resume(failure instanceof CompletionException ? failure.getCause() : failure);
                            }
                        },
                        executor);
    }
}
