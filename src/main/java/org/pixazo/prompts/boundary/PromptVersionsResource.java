package org.pixazo.prompts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.prompts.control.Duplicates;
import org.pixazo.prompts.control.PromptVersions;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** What a prompt was after each save of its title, content, tags or description. */
@Path("prompts/{id:\\d+}/versions")
@ApplicationScoped
@Needs(Scope.PROMPTS)
@Produces(MediaType.APPLICATION_JSON)
public class PromptVersionsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PromptVersions versions;

    @Inject
    Duplicates duplicates;

    /** The versions of a prompt, newest first. */
    @GET
    public Page<PromptVersionResponse> list(
            @PathParam("id") long id, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return versions.list(caller.get().userId(), id, PageRequest.of(limit, cursor, 20))
                .map(PromptVersionResponse::of);
    }

    @GET
    @Path("{number:\\d{1,18}}")
    @APIResponseSchema(PromptVersionResponse.class)
    public Response get(@PathParam("id") long id, @PathParam("number") long number) {
        return Response.ok(PromptVersionResponse.of(versions.get(caller.get().userId(), id, number)))
                .build();
    }

    /** Makes the prompt say again what it said in a version, as a new version. */
    @POST
    @Path("{number:\\d{1,18}}/restore")
    @APIResponseSchema(PromptResponse.class)
    public Response restore(
            @PathParam("id") long id, @PathParam("number") long number, @HeaderParam("If-Match") String ifMatch) {
        long userId = caller.get().userId();
        Prompt prompt = versions.restore(userId, id, number, new IfMatch(ifMatch));
        return Resources.changed(prompt.version(), PromptResponse.of(prompt, duplicates.of(userId, List.of(prompt))));
    }
}
