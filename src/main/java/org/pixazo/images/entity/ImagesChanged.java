package org.pixazo.images.entity;

import java.util.Set;

/**
 * The list of a user's pictures is not what it was. Observers that tell others wait for the transaction. Not fired for
 * those that go with their chat or workspace.
 *
 * @param userId whose pictures
 * @param ids of those that went or came back; empty for new ones
 */
public record ImagesChanged(long userId, Set<Long> ids) {}
