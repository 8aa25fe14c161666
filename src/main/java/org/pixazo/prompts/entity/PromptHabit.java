package org.pixazo.prompts.entity;

/** How image models like to be spoken to. */
public enum PromptHabit {
    /** Phrases between commas, the weightiest first: the SDXL family. */
    TAGS,
    /** Sentences: Flux and Stable Diffusion 3. */
    PROSE,
    /** Phrases that read as prose and yet stand between commas, where the model is not known. */
    EITHER;

    /** @param imageModel catalogue id, or null for none */
    public static PromptHabit of(String imageModel) {
        if (imageModel == null || imageModel.equals("offline")) {
            return EITHER;
        }
        return imageModel.startsWith("sdxl") ? TAGS : PROSE;
    }
}
