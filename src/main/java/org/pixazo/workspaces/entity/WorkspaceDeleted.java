package org.pixazo.workspaces.entity;

/**
 * A workspace goes, with all that the database holds in it. Fired inside the transaction, before the rows are gone.
 *
 * @param workspaceId id of the workspace
 * @param userId whose it is
 */
public record WorkspaceDeleted(long workspaceId, long userId) {}
