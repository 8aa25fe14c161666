package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a picture shall be: the same for a job and for the pictures that it makes, but for the seed, which counts up.
 * Immutable.
 */
@Embeddable
public class ImageSpec {

    private String prompt;

    @Column(name = "negative_prompt")
    private String negativePrompt;

    private String model;
    private String style;
    private int width;
    private int height;

    @Column(name = "num_steps")
    private Integer numSteps;

    @Column(name = "guidance_scale")
    private Double guidanceScale;

    private long seed;

    /** For JPA. */
    protected ImageSpec() {}

    /**
     * @param negativePrompt null for none
     * @param model catalogue id
     * @param style id of a style; null for none
     * @param width pixels
     * @param height pixels
     * @param numSteps null for a model that has none
     * @param guidanceScale null for a model that has none
     * @param seed 0 to 2^32-1
     */
    public ImageSpec(
            String prompt,
            String negativePrompt,
            String model,
            String style,
            int width,
            int height,
            Integer numSteps,
            Double guidanceScale,
            long seed) {
        this.prompt = prompt;
        this.negativePrompt = negativePrompt;
        this.model = model;
        this.style = style;
        this.width = width;
        this.height = height;
        this.numSteps = numSteps;
        this.guidanceScale = guidanceScale;
        this.seed = seed;
    }

    /** The same with the seed of a job's n-th picture, counted from 0; seeds begin again at 0 behind 2^32-1. */
    public ImageSpec unit(int index) {
        return new ImageSpec(
                prompt,
                negativePrompt,
                model,
                style,
                width,
                height,
                numSteps,
                guidanceScale,
                (seed + index) & 0xFFFF_FFFFL);
    }

    /** The same with the size that the picture came in. */
    public ImageSpec sized(int actualWidth, int actualHeight) {
        return new ImageSpec(
                prompt, negativePrompt, model, style, actualWidth, actualHeight, numSteps, guidanceScale, seed);
    }

    public String prompt() {
        return prompt;
    }

    public String negativePrompt() {
        return negativePrompt;
    }

    public String model() {
        return model;
    }

    public String style() {
        return style;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public Integer numSteps() {
        return numSteps;
    }

    public Double guidanceScale() {
        return guidanceScale;
    }

    public long seed() {
        return seed;
    }
}
