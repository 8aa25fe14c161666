package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.control.ImageMetadata;
import org.pixazo.images.control.ImageOrder;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.control.ImageTrash;
import org.pixazo.images.control.ImageZip;
import org.pixazo.images.control.JobWatch;
import org.pixazo.images.control.Outlook;
import org.pixazo.images.control.Renditions;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageFields;
import org.pixazo.images.entity.ImageIds;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.ImageRecipe;
import org.pixazo.images.entity.StoredFile;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.control.WaitPreference;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The caller's pictures: order, look through, fetch. */
@Path("images")
@ApplicationScoped
@Needs(Scope.IMAGES)
public class ImagesResource {

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp");

    private static final int MAX_DROPPED = 32 * 1024 * 1024;

    @Inject
    CurrentCaller caller;

    @Inject
    ImageService service;

    @Inject
    ImageRepository images;

    @Inject
    Renditions renditions;

    @Inject
    JobWatch watch;

    @Inject
    Outlook outlook;

    @Inject
    ChangedBody changed;

    @Inject
    ImageTrash trash;

    @Inject
    ImageZip zip;

    /**
     * What was deleted.
     *
     * @param deleted how many pictures
     * @param restorableUntil how long they can be brought back
     */
    record DeletedImagesResponse(int deleted, @NotNull Instant restorableUntil) {}

    /** @param restored how many pictures are back */
    record RestoredImagesResponse(int restored) {}

    /** A job that waits or runs. */
    record QueuedJobResponse(@NotNull JobResponse job) {}

    /** Orders pictures; with {@code Prefer: wait=60} the answer comes when they are there, at most that many seconds later. */
    @POST
    @Path("generate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = QueuedJobResponse.class, responseCode = "202")
    @APIResponse(
            responseCode = "201",
            description = "Done, where the request waited",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FinishedJob.FinishedJobResponse.class)))
    public void generate(
            ImageOrder body,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam("Prefer") String prefer,
            @Suspended AsyncResponse response) {
        Caller asking = caller.get();
        ImageJob job = service.order(asking, body, IdempotencyKey.of(asking.userId(), idempotencyKey, "image", body));
        Optional<Duration> wait = WaitPreference.of(prefer);
        if (wait.isEmpty()) {
            response.resume(accepted(job));
            return;
        }
        response.setTimeout(wait.get().toSeconds(), TimeUnit.SECONDS);
        response.setTimeoutHandler(late -> late.resume(accepted(job)));
        watch.watch(job.id(), new FinishedJob(response, done -> images.ofJob(done.id())));
    }

    /** The last 20, or as many as {@code limit} says. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<ImageResponse> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @BeanParam ImageQuery query) {
        return images.list(caller.get().userId(), query.filter(), PageRequest.of(limit, cursor, 20))
                .map(ImageResponse::of);
    }

    @GET
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ImageResponse.class)
    public Response get(@PathParam("id") long id, @Context Request request) {
        Image image = images.get(caller.get().userId(), id);
        return Resources.found(request, image.version(), ImageResponse.of(image));
    }

    /** Changes whether the picture is a favourite. */
    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ImageResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(ImageFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        Image image =
                images.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        return Resources.changed(image.version(), ImageResponse.of(image));
    }

    @DELETE
    @Path("{id:\\d+}")
    @Produces(MediaType.APPLICATION_JSON)
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        images.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }

    /**
     * Deletes pictures; for ten minutes {@code POST /api/images/restore} brings them back, then they go with their
     * files.
     */
    @POST
    @Path("delete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public DeletedImagesResponse removeSeveral(ImageIds body) {
        int deleted = trash.put(caller.get().userId(), body.ids());
        return new DeletedImagesResponse(deleted, Timestamps.now().plus(ImageTrash.KEPT));
    }

    /** Brings back what {@code POST /api/images/delete} deleted. */
    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RestoredImagesResponse restore(ImageIds body) {
        return new RestoredImagesResponse(trash.restore(caller.get().userId(), body.ids()));
    }

    /** The original files of pictures in one zip file. */
    @POST
    @Path("download")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", description = "The zip file", content = @Content(mediaType = "application/zip"))
    public Response download(ImageIds body) {
        List<Image> several = images.several(caller.get().userId(), body.ids());
        if (several.isEmpty()) {
            throw new NotFoundException("None of these images exists.");
        }
        zip.check(several);
        return Response.ok((StreamingOutput) out -> zip.write(several, out), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pixazo-images.zip\"")
                .build();
    }

    /** Reads back how a dropped file was made: one of Pixazo's downloads, or of AUTOMATIC1111's web UI. */
    @POST
    @Path("metadata")
    @Consumes({"image/png", "image/jpeg", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    public ImageRecipe metadata(InputStream body) throws IOException {
        byte[] file = body.readNBytes(MAX_DROPPED + 1);
        if (file.length > MAX_DROPPED) {
            throw new InvalidInputException("body", "must have at most " + MAX_DROPPED / 1024 / 1024 + " MB");
        }
        return ImageMetadata.read(file);
    }

    /**
     * The bytes of a picture, converted where another {@code format} is asked for. A PNG that is downloaded tells how it
     * was made.
     */
    @GET
    @Path("{id:\\d+}/file")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "image/*"))
    public Response file(
            @PathParam("id") long id,
            @QueryParam("format") String format,
            @QueryParam("download") boolean download,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        if (format != null && !FORMATS.contains(format)) {
            throw new InvalidInputException("format", "must be png, jpeg or webp");
        }
        Image image = images.get(caller.get().userId(), id);
        StoredFile original = image.file();
        String wanted = format == null ? original.mediaType().substring("image/".length()) : format;
        Response response = download && wanted.equals("png")
                ? FileResponses.of(
                        renditions.withRecipe(original, ImageRecipe.of(image.spec())),
                        "image/png",
                        original.sha256() + "-recipe-" + id,
                        request,
                        range,
                        ifRange)
                : FileResponses.of(
                        renditions.converted(original, wanted),
                        "image/" + wanted,
                        original.sha256() + "-" + wanted,
                        request,
                        range,
                        ifRange);
        if (download) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"pixazo-" + id + "." + wanted + "\"");
        }
        return response;
    }

    /** A small version of a picture, at most 512 pixels wide or high. */
    @GET
    @Path("{id:\\d+}/thumbnail")
    @APIResponse(responseCode = "200", description = "The thumbnail", content = @Content(mediaType = "image/*"))
    public Response thumbnail(
            @PathParam("id") long id,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        StoredFile original = images.get(caller.get().userId(), id).file();
        return FileResponses.of(
                renditions.thumbnail(original),
                Renditions.THUMBNAIL_TYPE,
                original.sha256() + "-thumbnail",
                request,
                range,
                ifRange);
    }

    private Response accepted(ImageJob job) {
        return Response.accepted(new QueuedJobResponse(JobResponse.of(job, List.of(), outlook.of(job))))
                .location(ImageJobsResource.location(job))
                .build();
    }
}
