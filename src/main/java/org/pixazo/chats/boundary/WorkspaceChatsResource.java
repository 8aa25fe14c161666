package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.control.ChatTransfer;
import org.pixazo.chats.control.ImportFile;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.chats.entity.ChatFilter;
import org.pixazo.chats.entity.ImportReport;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.MaxBody;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.workspaces.control.WorkspaceService;

/** The chats of a workspace. */
@Path("workspaces/{workspaceId:\\d+}/chats")
@ApplicationScoped
@Needs(Scope.CHAT)
@Produces(MediaType.APPLICATION_JSON)
public class WorkspaceChatsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    @Inject
    ChatTransfer transfer;

    @Inject
    Settings settings;

    /**
     * The chats of a workspace, newest first. {@code pinned}, {@code archived} and {@code tag} filter; those put away come
     * only with {@code archived=true}.
     */
    @GET
    public Page<ChatResponse> list(
            @PathParam("workspaceId") long workspaceId,
            @QueryParam("pinned") Boolean pinned,
            @QueryParam("archived") boolean archived,
            @QueryParam("tag") String tag,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return chats.list(
                        caller.get().userId(),
                        workspaceId,
                        new ChatFilter(pinned, archived, tag),
                        PageRequest.of(limit, cursor, 50))
                .map(ChatResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = ChatResponse.class, responseCode = "201")
    public Response create(@PathParam("workspaceId") long workspaceId, ChatFields body) {
        Chat chat = chats.create(caller.get().userId(), workspaceId, body);
        return Resources.created("/api/chats/" + chat.id(), chat.version(), ChatResponse.of(chat));
    }

    /**
     * Makes chats from an export, in JSON, with one chat a line, or as a zip file. Takes Pixazo's own exports,
     * {@code {"messages":[{"role","content"}]}}, ChatGPT's {@code conversations.json} and zip, and Open WebUI's and
     * LibreChat's exports. Chats that an earlier import brought here do not come again. Of a file with a fault nothing is
     * stored. {@code dry_run=true} stores nothing and says of every conversation what would become of it.
     */
    @POST
    @Path("import")
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/zip", MediaType.APPLICATION_OCTET_STREAM
    })
    @MaxBody(ChatsResource.LARGEST_FILE)
    @APIResponseSchema(value = ImportReport.class, responseCode = "201")
    public Response add(
            @PathParam("workspaceId") long workspaceId,
            @RequestBodySchema(ChatFile.class) InputStream body,
            @QueryParam("dry_run") boolean dryRun,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        long userId = caller.get().userId();
        workspaces.get(userId, workspaceId);
        try (ImportFile file = ImportFile.of(body, settings)) {
            if (dryRun) {
                return Response.ok(transfer.tryOut(userId, workspaceId, file)).build();
            }
            Optional<IdempotencyKey> key =
                    IdempotencyKey.of(userId, idempotencyKey, "workspace-import", workspaceId, file.sha256());
            return Response.status(Response.Status.CREATED)
                    .entity(transfer.add(userId, workspaceId, file, key))
                    .build();
        }
    }
}
