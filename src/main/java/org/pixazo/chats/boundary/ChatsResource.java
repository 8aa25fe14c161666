package org.pixazo.chats.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatFields;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;

/** Single chats. */
@Path("chats")
@ApplicationScoped
@Needs(Scope.CHAT)
@Produces(MediaType.APPLICATION_JSON)
public class ChatsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    ChatService chats;

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
        Chat chat = chats.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        return Resources.changed(chat.version(), ChatResponse.of(chat));
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        chats.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }
}
