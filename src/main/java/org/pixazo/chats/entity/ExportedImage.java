package org.pixazo.chats.entity;

import java.time.Instant;

/**
 * An image of a chat in a file, with what made it. The bytes are not in the file; their hash names them.
 *
 * @param negativePrompt null for none
 * @param style null for none
 * @param numSteps null for a model that has none
 * @param guidanceScale null for a model that has none
 */
public record ExportedImage(
        String prompt,
        String negativePrompt,
        String model,
        String style,
        int width,
        int height,
        Integer numSteps,
        Double guidanceScale,
        long seed,
        String mediaType,
        long bytes,
        String sha256,
        Instant createdAt) {}
