package org.pixazo.providers.entity;

/**
 * One picture to be made.
 *
 * @param model catalogue id of the model, such as {@code sdxl}
 * @param prompt what to show
 * @param negativePrompt what to avoid; null where there is none
 * @param width pixels
 * @param height pixels
 * @param numSteps denoising steps; null for a model that has none
 * @param guidanceScale how closely to follow the prompt; null for a model that has none
 * @param seed the same seed and parameters give the same picture where the model allows it; 0 to 2^32-1
 * @param inputs pictures to work on; null for words alone
 * @param route how the gateway is asked; null for another provider
 * @param access where to ask; null for a provider inside Pixazo
 */
public record ImageRequest(
        String model,
        String prompt,
        String negativePrompt,
        int width,
        int height,
        Integer numSteps,
        Double guidanceScale,
        long seed,
        PictureInputs inputs,
        GatewayRoute route,
        UpstreamAccess access) {

    /** From words alone, by a provider that needs no route. */
    public ImageRequest(
            String model,
            String prompt,
            String negativePrompt,
            int width,
            int height,
            Integer numSteps,
            Double guidanceScale,
            long seed,
            UpstreamAccess access) {
        this(model, prompt, negativePrompt, width, height, numSteps, guidanceScale, seed, null, null, access);
    }
}
