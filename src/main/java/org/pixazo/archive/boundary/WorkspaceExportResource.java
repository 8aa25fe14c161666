package org.pixazo.archive.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.archive.control.Archive;
import org.pixazo.web.control.Downloads;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;

/** A workspace, to take home. */
@Path("workspaces/{id:\\d+}/export")
@ApplicationScoped
@Needs(Scope.CHAT)
public class WorkspaceExportResource {

    @Inject
    CurrentCaller caller;

    @Inject
    WorkspaceService workspaces;

    @Inject
    Archive archive;

    /**
     * A workspace as a zip file: {@code workspace.json}, its chats in the format of single chats, and the original files
     * of its images. {@code POST /api/workspaces/{id}/chats/import} takes it in again.
     */
    @GET
    @APIResponse(responseCode = "200", description = "The zip file", content = @Content(mediaType = "application/zip"))
    public Response workspace(@PathParam("id") long id) {
        long userId = caller.get().userId();
        Workspace workspace = workspaces.get(userId, id);
        return Downloads.file(workspace.name(), "zip", "application/zip", (StreamingOutput)
                out -> archive.zip(userId, workspace, out));
    }
}
