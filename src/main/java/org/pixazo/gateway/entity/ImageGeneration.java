package org.pixazo.gateway.entity;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code POST /v1/images/generations} takes: OpenAI's {@code CreateImageRequest}, and Pixazo's own parameters.
 * Others are ignored, among them OpenAI's {@code quality}, {@code background}, {@code moderation} and {@code user}.
 *
 * @param prompt what to show
 * @param model catalogue id; null for the caller's default
 * @param n how many pictures, 1 to 8
 * @param size {@code auto}, or width and height as in {@code 1024x768}
 * @param responseFormat {@code url} (a link that opens without a key for an hour) or {@code b64_json}
 * @param outputFormat {@code png}, {@code jpeg} or {@code webp}; null for the format in which the picture came
 * @param style id of one of Pixazo's styles; OpenAI's {@code vivid} and {@code natural} are ignored
 * @param stream must not be true: pictures come whole
 * @param negativePrompt Pixazo's own: what to avoid
 * @param numSteps Pixazo's own: denoising steps
 * @param steps another name for {@code num_steps}
 * @param guidanceScale Pixazo's own: how closely to follow the prompt
 * @param seed Pixazo's own: 0 to 2^32-1
 */
@Schema(additionalProperties = Schema.True.class)
public record ImageGeneration(
        @NotNull(message = "is required") String prompt,
        String model,
        Integer n,
        String size,
        String responseFormat,
        String outputFormat,
        String style,
        Boolean stream,
        String negativePrompt,
        Integer numSteps,
        Integer steps,
        Double guidanceScale,
        Long seed) {}
