package org.pixazo.images.entity;

/**
 * How a picture was made, as a file tells it; null parts are not told.
 *
 * @param model catalogue id, or whatever another program calls its model
 * @param width pixels
 * @param height pixels
 * @param numSteps denoising steps
 * @param source {@code pixazo}, {@code automatic1111} or {@code none}
 */
public record ImageRecipe(
        String prompt,
        String negativePrompt,
        String model,
        String style,
        Integer width,
        Integer height,
        Integer numSteps,
        Double guidanceScale,
        Long seed,
        String source) {

    /** Of a file that tells nothing. */
    public static final ImageRecipe NONE =
            new ImageRecipe(null, null, null, null, null, null, null, null, null, "none");

    /** Of a picture of Pixazo. */
    public static ImageRecipe of(ImageSpec spec) {
        return new ImageRecipe(
                spec.prompt(),
                spec.negativePrompt(),
                spec.model(),
                spec.style(),
                spec.width(),
                spec.height(),
                spec.numSteps(),
                spec.guidanceScale(),
                spec.seed(),
                "pixazo");
    }
}
