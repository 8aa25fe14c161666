package org.pixazo.models.entity;

/**
 * What an image model uses where a request says nothing.
 *
 * @param width pixels
 * @param height pixels
 * @param numSteps denoising steps; null for a model that has none
 * @param guidanceScale null for a model that has none
 */
public record ImageDefaults(int width, int height, Integer numSteps, Double guidanceScale) {}
