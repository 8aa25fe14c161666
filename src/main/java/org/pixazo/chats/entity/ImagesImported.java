package org.pixazo.chats.entity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that came into a chat names images. Fired inside the transaction of the import.
 *
 * @param userId who imports
 * @param workspaceId where the chat is
 * @param chatId the chat
 * @param images as the file names them
 * @param bytes gives the bytes of an image by their hash, where they came along
 */
public record ImagesImported(
        long userId,
        long workspaceId,
        long chatId,
        List<ExportedImage> images,
        Function<String, Optional<byte[]>> bytes) {}
