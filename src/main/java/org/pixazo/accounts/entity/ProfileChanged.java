package org.pixazo.accounts.entity;

/**
 * Users changed something about themselves. Fired inside the transaction; an observer that knows a value to be wrong
 * throws, and nothing changes.
 *
 * @param userId id of the user
 */
public record ProfileChanged(long userId, UserProfile before, UserProfile after) {}
