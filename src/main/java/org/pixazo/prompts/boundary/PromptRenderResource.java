package org.pixazo.prompts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.control.PromptRendering;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.PromptTemplate;

/** Fills in the variables of saved prompts. */
@Path("prompts/{id:\\d+}/render")
@ApplicationScoped
@Needs(Scope.PROMPTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PromptRenderResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PromptRepository prompts;

    @Inject
    PromptRendering rendering;

    /**
     * What the variables of a prompt are.
     *
     * @param values strings, numbers and truths by the names of variables; {@code CLIPBOARD} may be given too
     * @param timeZone name of a time zone such as {@code Europe/Berlin}, or null for UTC
     * @param language tag of a language such as {@code en-GB}, or null for {@code en}
     */
    public record RenderRequest(
            Map<String, Object> values,
            String timeZone,

            @Size(max = 50, message = "must have at most 50 characters")
            String language) {

        PromptRendering.Place place() {
            try {
                return new PromptRendering.Place(
                        ZoneId.of(timeZone == null ? "UTC" : timeZone), language == null ? "en" : language);
            } catch (DateTimeException unknown) {
                throw new InvalidInputException("time_zone", "must be a time zone such as Europe/Berlin");
            }
        }
    }

    /** A prompt with its variables filled in. */
    public record RenderedPrompt(@NotNull String text) {}

    /** The text of a saved prompt. */
    @POST
    public RenderedPrompt render(@PathParam("id") long id, RenderRequest body) {
        long userId = caller.get().userId();
        PromptTemplate template = new PromptTemplate(prompts.get(userId, id).content());
        Map<String, Object> values = body.values() == null ? Map.of() : body.values();
        return new RenderedPrompt(rendering.render(userId, template, values, body.place()));
    }
}
