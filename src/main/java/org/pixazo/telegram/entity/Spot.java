package org.pixazo.telegram.entity;

/**
 * Where something is said on Telegram.
 *
 * @param chatId negative for groups
 * @param thread topic of a group; null for none
 * @param replyTo message that is answered; null for none
 * @param language of the texts; null for the default
 */
public record Spot(long chatId, Long thread, Integer replyTo, String language) {}
