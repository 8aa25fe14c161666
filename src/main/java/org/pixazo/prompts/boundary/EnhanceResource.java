package org.pixazo.prompts.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.prompts.control.PromptEnhancement;
import org.pixazo.prompts.entity.Enhancement;
import org.pixazo.prompts.entity.EnhancementWish;
import org.pixazo.usage.entity.Channel;

/** Makes a prompt richer. */
@Path("prompts/enhance")
@ApplicationScoped
@Needs(Scope.PROMPTS)
public class EnhanceResource {

    /** Ranks below JSON, for clients that take anything. */
    private static final String EVENTS = "text/event-stream;qs=0.5";

    @Inject
    CurrentCaller caller;

    @Inject
    PromptEnhancement enhancement;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Enhancement.class)
    public void enhance(EnhancementWish body, @Suspended AsyncResponse response) {
        Caller asking = caller.get();
        Later.answer(response, enhancement.enhance(asking, Channel.ofApi(asking), body, piece -> {}), executor);
    }

    /**
     * The same as events: any number of {@code delta} while a model writes, lines of dashes between variants, then {@code
     * done} with the enhancement, which counts whatever the deltas said.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(EVENTS)
    public void enhanceAndStream(
            EnhancementWish body, @Context SseEventSink sink, @Context Sse sse, @Context UriInfo uri) {
        Caller asking = caller.get();
        EnhancementEvents events =
                new EnhancementEvents(sink, sse, uri.getRequestUri().getRawPath(), executor);
        enhancement.enhance(asking, Channel.ofApi(asking), body, events::piece).whenComplete(events::end);
        events.begin();
    }
}
