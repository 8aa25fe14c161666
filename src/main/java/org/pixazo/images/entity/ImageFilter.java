package org.pixazo.images.entity;

import java.time.Instant;

/**
 * Which pictures are asked for; null parts do not count.
 *
 * @param batchId of one order
 * @param parentImageId made from this picture
 * @param uploaded whether brought in by the person; null for pictures that were made
 * @param q a part of the prompt, without regard to case
 * @param boardId a board of the person
 * @param from when it was made, at the earliest
 * @param to when it was made, before that
 * @param width pixels
 * @param height pixels
 */
public record ImageFilter(
        Long workspaceId,
        Long chatId,
        Long boardId,
        String model,
        String style,
        Boolean favourite,
        Instant from,
        Instant to,
        Integer width,
        Integer height,
        Long batchId,
        Long parentImageId,
        Boolean uploaded,
        String q) {

    /** All pictures of a person. */
    public static final ImageFilter ALL =
            new ImageFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
