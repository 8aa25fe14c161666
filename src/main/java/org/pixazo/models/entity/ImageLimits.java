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
        boolean seed) {}
