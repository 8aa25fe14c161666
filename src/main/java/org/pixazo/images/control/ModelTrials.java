package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.entity.Reference;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenImageModel;
import org.pixazo.models.entity.ImageDefaults;
import org.pixazo.models.entity.ImageLimits;
import org.pixazo.providers.control.PixazoGatewayImageProvider;
import org.pixazo.providers.entity.GatewayTrial;
import org.pixazo.providers.entity.ImageRequest;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;

/** Calls that show whether a model of the gateway is described as it is. They count and cost as others do. */
@ApplicationScoped
public class ModelTrials {

    private static final long SEED = 42;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    PixazoGatewayImageProvider gateway;

    @Inject
    ImageRepository images;

    @Inject
    References references;

    @Inject
    Ledger ledger;

    /**
     * Makes one picture with the model's defaults.
     *
     * @param reference pictures of the caller, for a model that takes them
     * @throws org.pixazo.errors.entity.PixazoException where the model or the pictures are not there
     */
    public CompletionStage<GatewayTrial> make(Caller caller, String modelId, String prompt, Reference reference) {
        ChosenImageModel chosen = catalogue.chooseImage(caller.userId(), modelId);
        if (!chosen.model().onGateway()) {
            throw new InvalidInputException("id", "must be a model of the gateway");
        }
        if (reference.imageId() != null) {
            images.get(caller.userId(), reference.imageId());
        }
        if (reference.maskId() != null) {
            images.get(caller.userId(), reference.maskId());
        }
        if (reference.imageId() == null
                && chosen.model().limits().referenceImage().equals(ImageLimits.REQUIRED)) {
            throw new InvalidInputException("reference_image_id", "is needed by " + modelId);
        }
        ImageRequest request = request(chosen, prompt, reference);
        Call call = ledger.reserve(NewCall.image(
                caller, Channel.ofApi(caller), modelId, chosen.model().provider(), 1));
        CompletableFuture<GatewayTrial> trial = gateway.trial(request);
        return trial.whenComplete((result, failure) -> {
            boolean made = failure == null && result.picture() != null;
            call.end(new CallEnd(made ? CallStatus.COMPLETE : CallStatus.FAILED, null, null, made ? 1 : 0));
        });
    }

    private ImageRequest request(ChosenImageModel chosen, String prompt, Reference reference) {
        ImageDefaults defaults = chosen.model().defaults();
        return new ImageRequest(
                chosen.model().id(),
                prompt,
                null,
                defaults.width(),
                defaults.height(),
                defaults.numSteps(),
                defaults.guidanceScale(),
                SEED,
                references.inputs(reference, chosen.model().id()),
                chosen.model().route(),
                chosen.access());
    }
}
