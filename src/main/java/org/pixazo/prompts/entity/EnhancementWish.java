package org.pixazo.prompts.entity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What shall be made of a prompt.
 *
 * @param prompt 1 to 10000 characters
 * @param model catalogue id of the text model that shall work on it, or of the image model that it is for; null for the
 *     best text model that is there
 * @param style id of a style, or null
 * @param imageModel catalogue id of the image model that it is for, or null for the one that the style names
 * @param variants how many different ones are wished for, 1 to 5, or null for 1
 */
public record EnhancementWish(
        @NotBlank(message = "must not be blank") @Size(max = 10_000, message = "must have at most 10000 characters")
        String prompt,

        @Size(max = 200, message = "must have at most 200 characters")
        String model,

        @Size(max = 200, message = "must have at most 200 characters")
        String style,

        @Size(max = 200, message = "must have at most 200 characters")
        String imageModel,

        @Min(value = 1, message = "must be at least 1") @Max(value = 5, message = "must be at most 5")
        Integer variants) {

    /** One prompt for any image model. */
    public static EnhancementWish of(String prompt, String model, String style) {
        return new EnhancementWish(prompt, model, style, null, null);
    }

    /** How many are wished for. */
    public int count() {
        return variants == null ? 1 : variants;
    }
}
