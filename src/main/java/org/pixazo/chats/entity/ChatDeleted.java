package org.pixazo.chats.entity;

/**
 * A chat goes, with all that the database holds in it. Fired inside the transaction, before the rows are gone.
 *
 * @param chatId id of the chat
 */
public record ChatDeleted(long chatId) {}
