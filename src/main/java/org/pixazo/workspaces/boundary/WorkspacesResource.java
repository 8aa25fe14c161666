package org.pixazo.workspaces.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;
import org.pixazo.workspaces.entity.WorkspaceFields;

/** The caller's workspaces. */
@Path("workspaces")
@ApplicationScoped
@Needs(Scope.WORKSPACES)
@Produces(MediaType.APPLICATION_JSON)
public class WorkspacesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    WorkspaceService workspaces;

    @Inject
    ChangedBody changed;

    /** A workspace as clients see it. */
    public record WorkspaceResponse(
            long id,
            @NotNull String name,
            String description,
            String model,
            String systemPrompt,
            @NotNull Instant createdAt,
            @NotNull Instant updatedAt) {

        static WorkspaceResponse of(Workspace workspace) {
            return new WorkspaceResponse(
                    workspace.id(),
                    workspace.name(),
                    workspace.description(),
                    workspace.model(),
                    workspace.systemPrompt(),
                    workspace.createdAt(),
                    workspace.updatedAt());
        }
    }

    @GET
    public Page<WorkspaceResponse> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return workspaces
                .list(caller.get().userId(), PageRequest.of(limit, cursor, 50))
                .map(WorkspaceResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = WorkspaceResponse.class, responseCode = "201")
    public Response create(WorkspaceFields body) {
        Workspace workspace = workspaces.create(caller.get().userId(), body);
        return Resources.created(
                "/api/workspaces/" + workspace.id(), workspace.version(), WorkspaceResponse.of(workspace));
    }

    @GET
    @Path("{id:\\d+}")
    @APIResponseSchema(WorkspaceResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        Workspace workspace = workspaces.get(caller.get().userId(), id);
        return Resources.found(request, workspace.version(), WorkspaceResponse.of(workspace));
    }

    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(WorkspaceResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(WorkspaceFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        Workspace workspace =
                workspaces.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        return Resources.changed(workspace.version(), WorkspaceResponse.of(workspace));
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        workspaces.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }
}
