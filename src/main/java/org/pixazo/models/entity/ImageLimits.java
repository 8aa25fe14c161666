package org.pixazo.models.entity;

/**
 * What an image model takes.
 *
 * @param minSide least width and height in pixels
 * @param maxSide greatest width and height in pixels
 * @param maxPixels greatest product of width and height
 * @param minSteps least number of denoising steps; null for a model that has no steps
 * @param maxSteps greatest number of denoising steps; null likewise
 * @param minGuidance least guidance scale; null for a model that has none
 * @param maxGuidance greatest guidance scale; null likewise
 * @param negativePrompt whether it takes a negative prompt
 * @param seed whether it takes a seed
 * @param referenceImage whether it works on a picture: {@code none}, {@code optional} or {@code required}
 * @param maskImage whether it takes a mask, which is white where the picture may change: likewise
 * @param strength whether it can be told how much may change
 */
public record ImageLimits(
        int minSide,
        int maxSide,
        int maxPixels,
        Integer minSteps,
        Integer maxSteps,
        Double minGuidance,
        Double maxGuidance,
        boolean negativePrompt,
        boolean seed,
        String referenceImage,
        String maskImage,
        boolean strength) {

    /** What a model that works from words alone says of pictures. */
    public static final String NONE = "none";

    /** What a model says that does not work without one. */
    public static final String REQUIRED = "required";

    public ImageLimits {
        referenceImage = referenceImage == null ? NONE : referenceImage;
        maskImage = maskImage == null ? NONE : maskImage;
    }
}
