/**
 * A person's containers: each holds chats and images and has a default model. Whoever works inside a workspace asks
 * {@link org.pixazo.workspaces.control.WorkspaceService} first, which answers 404 for those of others.
 */
package org.pixazo.workspaces;
