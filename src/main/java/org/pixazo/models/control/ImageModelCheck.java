package org.pixazo.models.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.models.entity.ImageDefaults;
import org.pixazo.models.entity.ImageLimits;
import org.pixazo.models.entity.ImageModelFields;
import org.pixazo.providers.entity.GatewayRoute;

/** Holds what an administrator says about a model against what can be true of one. */
final class ImageModelCheck {

    private static final int SMALLEST = 16;
    private static final int LARGEST = 8_192;

    /** Above this a picture is not taken in. */
    private static final int MOST_PIXELS = 50_000_000;

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Pattern RESULT = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern RATIO = Pattern.compile("[1-9]\\d{0,3}:[1-9]\\d{0,3}");
    private static final Set<String> TAKES = Set.of(ImageLimits.NONE, "optional", ImageLimits.REQUIRED);
    private static final Set<String> PARAMETERS = Set.of(
            "negative_prompt",
            "width",
            "height",
            "aspect_ratio",
            "num_steps",
            "guidance_scale",
            "seed",
            "reference_image",
            "mask_image",
            "strength");

    private final List<FieldError> errors = new ArrayList<>();

    private ImageModelCheck() {}

    /** @throws InvalidInputException naming every field that cannot be */
    static void check(ImageModelFields fields) {
        ImageModelCheck check = new ImageModelCheck();
        check.limits(fields.limits());
        check.defaults(fields.defaults(), fields.limits());
        check.route(fields.route());
        check.agreement(fields.limits(), fields.route());
        if (!check.errors.isEmpty()) {
            throw new InvalidInputException(check.errors);
        }
    }

    private void limits(ImageLimits limits) {
        demand(
                limits.minSide() >= SMALLEST && limits.minSide() <= limits.maxSide() && limits.maxSide() <= LARGEST,
                "limits.min_side",
                "and max_side must be from " + SMALLEST + " to " + LARGEST + ", in this order");
        demand(
                (long) limits.minSide() * limits.minSide() <= limits.maxPixels() && limits.maxPixels() <= MOST_PIXELS,
                "limits.max_pixels",
                "must be from min_side squared to " + MOST_PIXELS);
        demand(
                ordered(limits.minSteps(), limits.maxSteps()),
                "limits.min_steps",
                "and max_steps must be two numbers from 1 in this order, or both null");
        demand(
                ordered(limits.minGuidance(), limits.maxGuidance()),
                "limits.min_guidance",
                "and max_guidance must be two numbers from 0 in this order, or both null");
        demand(TAKES.contains(limits.referenceImage()), "limits.reference_image", "must be none, optional or required");
        demand(TAKES.contains(limits.maskImage()), "limits.mask_image", "must be none, optional or required");
    }

    private static boolean ordered(Number least, Number greatest) {
        return least == null
                ? greatest == null
                : greatest != null && least.doubleValue() >= 0 && least.doubleValue() <= greatest.doubleValue();
    }

    private void defaults(ImageDefaults defaults, ImageLimits limits) {
        within("defaults.width", defaults.width(), limits.minSide(), limits.maxSide());
        within("defaults.height", defaults.height(), limits.minSide(), limits.maxSide());
        demand(
                (long) defaults.width() * defaults.height() <= limits.maxPixels(),
                "defaults.width",
                "times height must be at most max_pixels");
        within("defaults.num_steps", defaults.numSteps(), limits.minSteps(), limits.maxSteps());
        within("defaults.guidance_scale", defaults.guidanceScale(), limits.minGuidance(), limits.maxGuidance());
    }

    private void within(String field, Number value, Number least, Number greatest) {
        boolean fits = least == null || greatest == null
                ? value == null
                : value == null
                        || value.doubleValue() >= least.doubleValue() && value.doubleValue() <= greatest.doubleValue();
        demand(fits, field, "must lie within the limits, and be null where the model has none");
    }

    private void route(GatewayRoute route) {
        demand(
                route.path() != null && PATH.matcher(route.path()).matches(),
                "route.path",
                "must be a path as in /sd3/v1/getData");
        demand(
                route.statusPath() == null || PATH.matcher(route.statusPath()).matches(),
                "route.status_path",
                "must be a path, or null");
        demand(
                route.resultPath() == null || RESULT.matcher(route.resultPath()).matches(),
                "route.result_path",
                "must be names and numbers as in data.0.url, or null");
        route.fields().forEach((ours, theirs) -> {
            demand(
                    PARAMETERS.contains(ours),
                    "route.fields." + ours,
                    "is none of "
                            + String.join(", ", PARAMETERS.stream().sorted().toList()));
            demand(FIELD.matcher(theirs).matches(), "route.fields." + ours, "must be the name of a field");
        });
        route.aspectRatios()
                .forEach(ratio -> demand(
                        RATIO.matcher(ratio).matches(),
                        "route.aspect_ratios",
                        "must be ratios as in 16:9; " + ratio + " is not"));
        demand(
                route.fields().containsKey("aspect_ratio")
                        != route.aspectRatios().isEmpty(),
                "route.aspect_ratios",
                "and the field aspect_ratio belong together");
    }

    private void agreement(ImageLimits limits, GatewayRoute route) {
        sent("reference_image", !limits.referenceImage().equals(ImageLimits.NONE), route);
        sent("mask_image", !limits.maskImage().equals(ImageLimits.NONE), route);
        sent("strength", limits.strength(), route);
    }

    private void sent(String parameter, boolean taken, GatewayRoute route) {
        demand(
                route.fields().containsKey(parameter) == taken,
                "route.fields." + parameter,
                taken ? "is needed, since the limits say that the model takes one" : "contradicts the limits");
    }

    private void demand(boolean holds, String field, String rule) {
        if (!holds) {
            errors.add(new FieldError(field, rule));
        }
    }
}
