package org.pixazo.chats.entity;

/**
 * A chat reads otherwise than before: its name or a message came, changed or went, or the whole chat did. Observers that
 * tell others wait for the transaction.
 *
 * @param chatId id of the chat
 */
public record ChatChanged(long chatId) {}
