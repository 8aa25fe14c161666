package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.ChatContexts;
import org.pixazo.chats.control.ChatExport;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.control.ChatTransfer;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.control.ImportFile;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.chats.entity.ChatFile;
import org.pixazo.chats.entity.ChatGauge;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Downloads;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.MaxBody;

/** Single chats. */
@Path("chats")
@ApplicationScoped
@Needs(Scope.CHAT)
@Produces(MediaType.APPLICATION_JSON)
public class ChatsResource {

    /** Larger ones can be cut: every conversation stands for itself. */
    static final long LARGEST_FILE = 1L << 30;

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

    @Inject
    ChatTransfer transfer;

    @Inject
    ChatContexts contexts;

    @Inject
    Conversation conversation;

    @Inject
    ChatExport export;

    @Inject
    Settings settings;

    @Inject
    ChangedBody changed;

    @GET
    @Path("{id:\\d+}")
    @APIResponseSchema(ChatResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        Chat chat = chats.get(caller.get().userId(), id);
        return Resources.found(request, chat.version(), ChatResponse.of(chat));
    }

    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ChatResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(ChatFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        Chat chat = chats.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> {
            ChatFields wanted = changed.of(fields, body);
            // Whoever names a chat wants that name.
            return body.given().has("name") && !body.given().has("auto_title") ? wanted.renamed(wanted.name()) : wanted;
        });
        return Resources.changed(chat.version(), ChatResponse.of(chat));
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        chats.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }

    /** How full the window of the chat's model is, and what the branch that is shown has cost. */
    @GET
    @Path("{id:\\d+}/context")
    public ChatGauge context(@PathParam("id") long id) {
        Caller asking = caller.get();
        Chat chat = chats.get(asking.userId(), id);
        return contexts.gauge(asking.userId(), chat, conversation.modelOf(asking, chat));
    }

    /** The chat as a file. */
    @GET
    @Path("{id:\\d+}/export")
    @APIResponseSchema(ChatFile.class)
    public Response export(@PathParam("id") long id) {
        Chat chat = chats.get(caller.get().userId(), id);
        return Downloads.json(chat.name(), (StreamingOutput) out -> export.write(chat, false, out));
    }

    /**
     * Appends the messages of an export to the chat, all or none. Takes Pixazo's own exports,
     * {@code {"messages":[{"role","content"}]}}, and a single chat of ChatGPT, Open WebUI or LibreChat.
     */
    @POST
    @Path("{id:\\d+}/import")
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/zip", MediaType.APPLICATION_OCTET_STREAM
    })
    @MaxBody(LARGEST_FILE)
    @APIResponseSchema(value = ChatTransfer.ImportedMessages.class, responseCode = "201")
    public Response append(
            @PathParam("id") long id,
            @RequestBodySchema(ChatFile.class) InputStream body,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        long userId = caller.get().userId();
        chats.get(userId, id);
        try (ImportFile file = ImportFile.of(body, settings)) {
            Optional<IdempotencyKey> key = IdempotencyKey.of(userId, idempotencyKey, "chat-import", id, file.sha256());
            return Response.status(Response.Status.CREATED)
                    .entity(transfer.append(userId, id, file, key))
                    .build();
        }
    }
}
