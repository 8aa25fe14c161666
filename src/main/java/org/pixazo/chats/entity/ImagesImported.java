package org.pixazo.chats.entity;

import java.util.List;

/**
 * A file that came into a chat names images. Fired inside the transaction of the import.
 *
 * @param userId who imports
 * @param workspaceId where the chat is
 * @param chatId the chat
 * @param images as the file names them
 */
public record ImagesImported(long userId, long workspaceId, long chatId, List<ExportedImage> images) {}
