package org.pixazo.prompts.boundary;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.control.Duplicates;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.control.PromptTransfer;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptFields;
import org.pixazo.prompts.entity.PromptFile;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Downloads;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.JsonBody;
import org.pixazo.web.entity.MaxBody;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;
import org.pixazo.web.entity.QueryValues;

/** The caller's saved prompts. */
@Path("prompts")
@ApplicationScoped
@Needs(Scope.PROMPTS)
@Produces(MediaType.APPLICATION_JSON)
public class PromptsResource {

    private static final long LARGEST_FILE = 64L << 20;

    @Inject
    CurrentCaller caller;

    @Inject
    PromptRepository prompts;

    @Inject
    PromptTransfer transfer;

    @Inject
    Duplicates duplicates;

    @Inject
    ChangedBody changed;

    @GET
    public Page<PromptResponse> list(
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("q") String q,
            @QueryParam("tag") String tag,
            @QueryParam("workspace_id") String workspaceId,
            @QueryParam("personal") String personal,
            @QueryParam("favourite") String favourite) {
        PromptRepository.Filter filter = new PromptRepository.Filter(
                WordSearch.of(q),
                tag(tag),
                QueryValues.id("workspace_id", workspaceId),
                QueryValues.truth("personal", personal),
                QueryValues.truth("favourite", favourite));
        long userId = caller.get().userId();
        Page<Prompt> page = prompts.list(userId, filter, PageRequest.of(limit, cursor, 50));
        Map<String, List<Long>> sameContent = duplicates.of(userId, page.items());
        return page.map(prompt -> PromptResponse.of(prompt, sameContent));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = PromptResponse.class, responseCode = "201")
    public Response create(PromptFields body) {
        long userId = caller.get().userId();
        duplicates.complete(userId);
        Prompt prompt = prompts.create(userId, body);
        return Resources.created("/api/prompts/" + prompt.id(), prompt.version(), response(prompt));
    }

    @GET
    @Path("{id:\\d+}")
    @APIResponseSchema(PromptResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        Prompt prompt = prompts.get(caller.get().userId(), id);
        return Resources.found(request, prompt.version(), response(prompt));
    }

    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(PromptResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(PromptFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        Prompt prompt =
                prompts.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        return Resources.changed(prompt.version(), response(prompt));
    }

    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        prompts.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }

    /** Counts that a prompt was put to use: inserted, copied or sent. */
    @POST
    @Path("{id:\\d+}/use")
    @APIResponseSchema(PromptResponse.class)
    public Response use(@PathParam("id") long id) {
        Prompt prompt = prompts.use(caller.get().userId(), id);
        return Resources.changed(prompt.version(), response(prompt));
    }

    /** The whole library as a file; {@code format} is {@code pixazo}, which it is where not given, or {@code open-webui}. */
    @GET
    @Path("export")
    @APIResponseSchema(PromptFile.class)
    public Response export(@QueryParam("format") String format) {
        long userId = caller.get().userId();
        return switch (format == null ? "pixazo" : format) {
            case "pixazo" -> Downloads.json("pixazo-prompts", transfer.export(userId));
            case "open-webui" -> Downloads.json("prompts-export", transfer.exportForOpenWebUi(userId));
            default -> throw new InvalidInputException("format", "must be pixazo or open-webui");
        };
    }

    /** Adds the prompts of an export, ours or Open WebUI's, all or none. They belong to no workspace. */
    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @MaxBody(LARGEST_FILE)
    @APIResponseSchema(value = PromptTransfer.Imported.class, responseCode = "201")
    public Response add(
            @RequestBodySchema(PromptFile.class) JsonBody body, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        long userId = caller.get().userId();
        PromptFile file = transfer.read(body.tree());
        PromptTransfer.Imported imported =
                transfer.add(userId, file, IdempotencyKey.of(userId, idempotencyKey, "prompts", body));
        return Response.status(Response.Status.CREATED).entity(imported).build();
    }

    private static String tag(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > 200 || text.indexOf('\0') >= 0) {
            throw new InvalidInputException("tag", "must be text of at most 200 characters");
        }
        return text;
    }

    private PromptResponse response(Prompt prompt) {
        return PromptResponse.of(prompt, duplicates.of(caller.get().userId(), List.of(prompt)));
    }
}
