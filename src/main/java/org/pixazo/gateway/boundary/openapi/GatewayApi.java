package org.pixazo.gateway.boundary.openapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.gateway.entity.GeneratedImages;
import org.pixazo.gateway.entity.ImageGeneration;
import org.pixazo.gateway.entity.OpenAiError;
import org.pixazo.gateway.entity.OpenAiModel;
import org.pixazo.gateway.entity.OpenAiModels;

/** What the servlets of {@code /v1} do, for the document of the API. Nobody implements it, and it is not in the WAR. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "default",
        description = "Any failure, with OpenAI's statuses and codes.",
        content =
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OpenAiError.class)))
public interface GatewayApi {

    /** The models that the key opens, text and image. OpenAI's "List models". */
    @GET
    @Path("models")
    @APIResponseSchema(OpenAiModels.class)
    OpenAiModels listModels();

    /** One model; its id may hold slashes. OpenAI's "Retrieve model". */
    @GET
    @Path("models/{id}")
    @APIResponseSchema(OpenAiModel.class)
    OpenAiModel retrieveModel(@PathParam("id") String id);

    /**
     * Asks a text model. OpenAI's "Create chat completion": the body goes to the upstream as it is, with the model's name
     * mapped, and the answer comes back as it is; with {@code "stream": true} as server-sent events that end in
     * {@code data: [DONE]}.
     */
    @POST
    @Path("chat/completions")
    @Needs(Scope.CHAT)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            description = "OpenAI's CreateChatCompletionRequest, and whatever else"
                                                    + " the upstream understands.")))
    @APIResponse(
            responseCode = "200",
            description = "OpenAI's CreateChatCompletionResponse; for a stream, its chunks.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "`data:` with a chunk each, `data: [DONE]` at the end."))
            })
    Object createChatCompletion(Object body);

    /** Makes pictures and answers when they are there. OpenAI's "Create image", with parameters of Pixazo's own. */
    @POST
    @Path("images/generations")
    @Needs(Scope.IMAGES)
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = GeneratedImages.class, responseCode = "200")
    GeneratedImages generateImages(
            ImageGeneration body,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam("Prefer") String prefer);
}
