package org.pixazo.archive.entity;

import java.time.Instant;
import org.pixazo.workspaces.entity.Workspace;
import org.pixazo.workspaces.entity.WorkspaceFields;

/**
 * A workspace in a file, without what it holds.
 *
 * @param format always {@link #FORMAT}
 * @param version always {@link #VERSION}
 */
public record WorkspaceFile(
        String format,
        int version,
        Instant exportedAt,
        WorkspaceFields workspace,
        Instant createdAt,
        Instant updatedAt) {

    public static final String FORMAT = "pixazo.workspace";
    public static final int VERSION = 1;

    public static WorkspaceFile of(Workspace workspace, Instant now) {
        return new WorkspaceFile(
                FORMAT, VERSION, now, workspace.fields(), workspace.createdAt(), workspace.updatedAt());
    }
}
