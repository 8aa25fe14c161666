package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.ImageOrder;
import org.pixazo.images.control.OrderPlan;
import org.pixazo.images.control.OrderPlanner;
import org.pixazo.images.control.Outlook;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.models.control.ModelPrices;
import org.pixazo.models.entity.ModelPrice;

/** Tells what an order would do. A root of its own, since not every server merges two classes of the same path. */
@Path("images/plan")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class PlanImagesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    OrderPlanner planner;

    @Inject
    ModelPrices prices;

    @Inject
    Outlook outlook;

    /**
     * What an order would do.
     *
     * @param prompts one for each job, without the words of the style
     * @param perPrompt how many images each prompt makes
     * @param images how many there will be
     * @param mostImages how many one order may make
     * @param confirm whether that is so many that a person should be asked once more
     * @param pricePerImage US dollars, 0 for a free model; null where the price is unknown
     * @param price US dollars for all; null likewise
     * @param estimatedSeconds until the last image is there; null where the model has no history
     */
    public record ImagePlanResponse(
            @NotNull String model,
            List<String> prompts,
            int perPrompt,
            int images,
            int mostImages,
            boolean confirm,
            BigDecimal pricePerImage,
            BigDecimal price,
            Long estimatedSeconds,
            int width,
            int height,
            Integer numSteps,
            Double guidanceScale) {}

    /** Takes the body of {@code POST /api/images/generate} and tells what would come of it; nothing is made. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ImagePlanResponse plan(ImageOrder body) {
        OrderPlan plan = planner.plan(caller.get(), body);
        ImageSpec spec = plan.variants().get(0).spec();
        BigDecimal perImage =
                prices.ofImage(plan.model().id()).map(ModelPrice::perImage).orElse(null);
        return new ImagePlanResponse(
                plan.model().id(),
                plan.variants().stream().map(variant -> variant.spec().prompt()).toList(),
                plan.perJob(),
                plan.images(),
                OrderPlan.MOST_IMAGES,
                plan.images() > OrderPlan.UNASKED_IMAGES,
                perImage,
                perImage == null ? null : perImage.multiply(BigDecimal.valueOf(plan.images())),
                outlook.secondsOf(plan.model().id(), plan.variants().size(), plan.images()),
                spec.width(),
                spec.height(),
                spec.numSteps(),
                spec.guidanceScale());
    }
}
