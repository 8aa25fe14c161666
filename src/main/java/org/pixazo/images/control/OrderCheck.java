package org.pixazo.images.control;

import java.util.ArrayList;
import java.util.List;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.models.entity.ImageLimits;
import org.pixazo.models.entity.ImageModel;

/** Holds an order against what its model takes, and fills in the model's defaults. */
final class OrderCheck {

    private final ImageModel model;
    private final List<FieldError> errors = new ArrayList<>();

    private OrderCheck(ImageModel model) {
        this.model = model;
    }

    /**
     * @param prompt one of those of the order
     * @param seed of this prompt
     * @param natural size of the picture to work on, which is also that of the new one where the model takes it; null for
     *     an order of words alone
     * @throws InvalidInputException naming every field that the model does not take
     */
    static ImageSpec spec(ImageOrder order, String prompt, ImageModel model, long seed, PictureSize natural) {
        return new OrderCheck(model).check(order, prompt, seed, natural);
    }

    private ImageSpec check(ImageOrder order, String prompt, long seed, PictureSize natural) {
        ImageLimits limits = model.limits();
        boolean fits = natural != null && fits(natural);
        int width = side(
                "width",
                order.width(),
                fits ? natural.width() : model.defaults().width());
        int height = side(
                "height",
                order.height(),
                fits ? natural.height() : model.defaults().height());
        if (errors.isEmpty() && (long) width * height > limits.maxPixels()) {
            errors.add(new FieldError(
                    "width", "times height must be at most " + limits.maxPixels() + " pixels for " + model.id()));
        }
        Integer steps = order.numSteps() == null ? model.defaults().numSteps() : order.numSteps();
        if (order.numSteps() != null) {
            range("num_steps", order.numSteps(), limits.minSteps(), limits.maxSteps());
        }
        Double guidance = order.guidanceScale() == null ? model.defaults().guidanceScale() : order.guidanceScale();
        if (order.guidanceScale() != null) {
            range("guidance_scale", order.guidanceScale(), limits.minGuidance(), limits.maxGuidance());
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return new ImageSpec(
                prompt.strip(),
                order.negativePrompt() == null || order.negativePrompt().isBlank()
                        ? null
                        : order.negativePrompt().strip(),
                model.id(),
                order.style(),
                width,
                height,
                limits.minSteps() == null ? null : steps,
                limits.minGuidance() == null ? null : guidance,
                seed);
    }

    private boolean fits(PictureSize size) {
        ImageLimits limits = model.limits();
        return Math.min(size.width(), size.height()) >= limits.minSide()
                && Math.max(size.width(), size.height()) <= limits.maxSide()
                && (long) size.width() * size.height() <= limits.maxPixels();
    }

    private int side(String field, Integer given, int otherwise) {
        if (given == null) {
            return otherwise;
        }
        range(field, given, model.limits().minSide(), model.limits().maxSide());
        return given;
    }

    /** A parameter that the model does not have is left out in silence; one that it has must be in range. */
    private void range(String field, Number value, Number least, Number greatest) {
        if (least != null
                && (value.doubleValue() < least.doubleValue() || value.doubleValue() > greatest.doubleValue())) {
            errors.add(new FieldError(field, "must be from " + least + " to " + greatest + " for " + model.id()));
        }
    }
}
