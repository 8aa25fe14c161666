package org.pixazo.archive.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.archive.control.Archive;
import org.pixazo.web.control.Downloads;

/** Everything, to take home. */
@Path("export")
@ApplicationScoped
@Needs(Scope.CHAT)
public class ExportResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Archive archive;

    /**
     * Everything that the caller has said, one JSON object a line: each workspace, followed by its chats, and at last the
     * prompts, where the credentials open these. {@code POST /api/workspaces/{id}/chats/import} takes the chats in again.
     */
    @GET
    @APIResponse(
            responseCode = "200",
            description = "The lines",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    public Response everything() {
        Caller asking = caller.get();
        boolean withPrompts = asking.scopes().contains(Scope.PROMPTS);
        return Downloads.file("pixazo", "ndjson", "application/x-ndjson", (StreamingOutput)
                out -> archive.lines(asking.userId(), withPrompts, out));
    }
}
