package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.Provenance;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenImageModel;
import org.pixazo.prompts.control.Styles;
import org.pixazo.prompts.entity.StyledPrompt;
import org.pixazo.providers.control.ImageProviders;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.ImageRequest;

/** Asks the provider of a job's model for one of its pictures. */
@ApplicationScoped
class PictureMaking {

    @Inject
    ModelCatalogue catalogue;

    @Inject
    ImageProviders providers;

    @Inject
    Styles styles;

    @Inject
    References references;

    /**
     * @param spec of this one of the job's pictures
     * @return fails with a {@link PixazoException} that says what a person can do; cancelling it ends the call
     */
    CompletableFuture<ImageFile> make(ImageJob job, ImageSpec spec) {
        try {
            ChosenImageModel chosen = catalogue.chooseImage(job.place().userId(), spec.model());
            return providers.get(chosen.model().provider()).generate(request(job, spec, chosen));
        } catch (PixazoException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private ImageRequest request(ImageJob job, ImageSpec spec, ChosenImageModel chosen) {
        StyledPrompt styled = styled(job, spec);
        return new ImageRequest(
                spec.model(),
                styled.prompt(),
                styled.negativePrompt(),
                spec.width(),
                spec.height(),
                spec.numSteps(),
                spec.guidanceScale(),
                spec.seed(),
                references.inputs(job.reference(), spec.model()),
                chosen.model().route(),
                chosen.access());
    }

    /** The style as it was when the job was ordered; an older version of Pixazo left only its name. */
    private StyledPrompt styled(ImageJob job, ImageSpec spec) {
        Provenance provenance = job.provenance();
        return provenance.styledPrompt() == null
                ? styles.apply(job.place().userId(), spec.style(), spec.prompt(), spec.negativePrompt())
                : new StyledPrompt(provenance.styledPrompt(), provenance.styledNegativePrompt());
    }
}
