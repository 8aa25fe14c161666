package org.pixazo.chats.entity;

/**
 * The list of a user's chats is not what it was: a chat came, went or has another name. Observers that tell others wait
 * for the transaction.
 *
 * @param userId whose chats
 */
public record ChatsChanged(long userId) {}
