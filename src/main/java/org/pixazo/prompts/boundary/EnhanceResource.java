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
import org.pixazo.prompts.control.PromptEnhancement;
import org.pixazo.prompts.entity.Enhancement;
import org.pixazo.usage.entity.Channel;

/** Makes a prompt richer. */
@Path("prompts/enhance")
@ApplicationScoped
@Needs(Scope.PROMPTS)
public class EnhanceResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PromptEnhancement enhancement;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    /** A prompt, the text model that shall work on it, and the id of a style. */
    public record EnhanceRequest(
            @NotBlank(message = "must not be blank") @Size(max = 10_000, message = "must have at most 10000 characters")
            String prompt,

            @Size(max = 200, message = "must have at most 200 characters")
            String model,

            @Size(max = 200, message = "must have at most 200 characters")
            String style) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Enhancement.class)
    public void enhance(EnhanceRequest body, @Suspended AsyncResponse response) {
        Caller asking = caller.get();
        Later.answer(
                response,
                enhancement.enhance(asking, Channel.ofApi(asking), body.prompt(), body.model(), body.style()),
                executor);
    }
}
