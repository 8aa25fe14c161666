package org.pixazo.accounts.entity;

/**
 * A user goes, with all that the database holds of the user. Fired inside the transaction, before the rows are gone.
 *
 * @param userId id of the user
 */
public record UserDeleted(long userId) {}
