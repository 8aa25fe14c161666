package org.pixazo.prompts.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.prompts.control.Advice;
import org.pixazo.prompts.entity.StyleAdvice;
import org.pixazo.usage.entity.Channel;

/** Advises on styles. A root of its own, since not every server merges two classes of the same path. */
@Path("images/suggest-styles")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class SuggestStylesResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Advice advice;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    /** A prompt for which styles are wanted. */
    public record SuggestStylesRequest(
            @NotBlank(message = "must not be blank") @Size(max = 10_000, message = "must have at most 10000 characters")
            String prompt) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(StyleAdvice.class)
    public void suggest(SuggestStylesRequest body, @Suspended AsyncResponse response) {
        Caller asking = caller.get();
        Later.answer(response, advice.styles(asking, Channel.ofApi(asking), body.prompt()), executor);
    }
}
