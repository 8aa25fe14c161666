package org.pixazo.images.control;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.pixazo.images.entity.Reference;

/**
 * What a person orders; null where the model's default shall hold.
 *
 * @param prompt what to show
 * @param negativePrompt what to avoid
 * @param model catalogue id
 * @param width pixels
 * @param height pixels
 * @param numSteps denoising steps
 * @param guidanceScale how closely to follow the prompt
 * @param seed 0 to 2^32-1; null for a random one
 * @param n how many pictures, 1 to 8; their seeds count up
 * @param style id of a style
 * @param chatId chat to which the pictures belong
 * @param workspaceId workspace to which they belong
 * @param macros whether choices in braces make several prompts, as {@code PromptMacros} reads them
 * @param sameSeed whether all those prompts get the same seeds, so that only their words differ
 * @param referenceImageId a picture of the person to work on, for models that take one
 * @param maskImageId a picture of the same size, white where the other may change
 * @param strength how much may change, 0 to 1
 * @param idea the person's own words, before they were enhanced
 * @param enhanced what enhancement made of them, before the person changed it
 * @param parentImageId the picture from which this one comes; null for the reference image
 */
public record ImageOrder(
        @NotBlank(message = "must not be blank") @Size(max = 10_000, message = "must have at most 10000 characters")
        String prompt,

        @Size(max = 10_000, message = "must have at most 10000 characters")
        String negativePrompt,

        @Size(max = 200, message = "must have at most 200 characters")
        String model,

        Integer width,
        Integer height,
        Integer numSteps,
        Double guidanceScale,

        @Min(value = 0, message = "must be a whole number from 0 to 4294967295")
        @Max(value = 4_294_967_295L, message = "must be a whole number from 0 to 4294967295")
        Long seed,

        @Min(value = 1, message = "must be from 1 to 8") @Max(value = 8, message = "must be from 1 to 8")
        Integer n,

        @Size(max = 200, message = "must have at most 200 characters")
        String style,

        Long chatId,
        Long workspaceId,
        Boolean macros,
        Boolean sameSeed,
        Long referenceImageId,
        Long maskImageId,

        @DecimalMin(value = "0", message = "must be from 0 to 1")
        @DecimalMax(value = "1", message = "must be from 0 to 1")
        Double strength,

        @Size(max = 10_000, message = "must have at most 10000 characters")
        String idea,

        @Size(max = 10_000, message = "must have at most 10000 characters")
        String enhanced,

        Long parentImageId) {

    /** The same, whose images belong to a chat. */
    public ImageOrder in(long chat) {
        return new ImageOrder(
                prompt,
                negativePrompt,
                model,
                width,
                height,
                numSteps,
                guidanceScale,
                seed,
                n,
                style,
                chat,
                workspaceId,
                macros,
                sameSeed,
                referenceImageId,
                maskImageId,
                strength,
                idea,
                enhanced,
                parentImageId);
    }

    /** The same, made from a picture. */
    public ImageOrder from(Reference reference) {
        return new ImageOrder(
                prompt,
                negativePrompt,
                model,
                width,
                height,
                numSteps,
                guidanceScale,
                seed,
                n,
                style,
                chatId,
                workspaceId,
                macros,
                sameSeed,
                reference.imageId(),
                reference.maskId(),
                reference.strength(),
                idea,
                enhanced,
                parentImageId);
    }

    /** An order of words alone, as programs of other services send it. */
    public ImageOrder(
            String prompt,
            String negativePrompt,
            String model,
            Integer width,
            Integer height,
            Integer numSteps,
            Double guidanceScale,
            Long seed,
            Integer n,
            String style) {
        this(
                prompt,
                negativePrompt,
                model,
                width,
                height,
                numSteps,
                guidanceScale,
                seed,
                n,
                style,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
