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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.ChatFileReader;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.control.ChatTransfer;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.JsonBody;
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

    private static final long LARGEST_FILE = 64L << 20;

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    @Inject
    ChatTransfer transfer;

    @Inject
    ChatFileReader reader;

    @GET
    public Page<ChatResponse> list(
            @PathParam("workspaceId") long workspaceId,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return chats.list(caller.get().userId(), workspaceId, PageRequest.of(limit, cursor, 50))
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
     * Makes chats from an export, all or none. Takes Pixazo's own exports, {@code {"messages":[{"role","content"}]}},
     * ChatGPT's {@code conversations.json} and Open WebUI's exports.
     */
    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @MaxBody(LARGEST_FILE)
    @APIResponseSchema(value = ChatTransfer.ImportedChats.class, responseCode = "201")
    public Response add(
            @PathParam("workspaceId") long workspaceId,
            @RequestBodySchema(ChatFile.class) JsonBody body,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        long userId = caller.get().userId();
        workspaces.get(userId, workspaceId);
        Optional<IdempotencyKey> key = IdempotencyKey.of(userId, idempotencyKey, "workspace-import", workspaceId, body);
        return Response.status(Response.Status.CREATED)
                .entity(transfer.add(userId, workspaceId, reader.read(body.tree()), key))
                .build();
    }
}
