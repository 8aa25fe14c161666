package org.pixazo.images.control;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

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
        Long workspaceId) {}
