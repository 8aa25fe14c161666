package org.pixazo.telegram.entity;

/**
 * Something waits to be sent. Fired inside the transaction that adds it.
 *
 * @param chatId where it goes
 */
public record MessageQueued(long chatId) {}
