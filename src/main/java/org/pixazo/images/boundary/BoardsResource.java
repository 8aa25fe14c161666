package org.pixazo.images.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.images.control.BoardRepository;
import org.pixazo.images.entity.Board;
import org.pixazo.images.entity.BoardFields;
import org.pixazo.images.entity.ImageIds;
import org.pixazo.web.control.ChangedBody;
import org.pixazo.web.control.Resources;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The caller's boards. What is on one is listed by {@code GET /api/images?board_id=…}. */
@Path("boards")
@ApplicationScoped
@Needs(Scope.IMAGES)
@Produces(MediaType.APPLICATION_JSON)
public class BoardsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    BoardRepository boards;

    @Inject
    ChangedBody changed;

    /** A board as clients see it; {@code images} is how many pictures are on it. */
    public record BoardResponse(
            long id,
            @NotNull String name,
            long images,
            @NotNull Instant createdAt,
            @NotNull Instant updatedAt) {

        static BoardResponse of(Board board, Map<Long, Long> sizes) {
            return new BoardResponse(
                    board.id(), board.name(), sizes.getOrDefault(board.id(), 0L), board.createdAt(), board.updatedAt());
        }
    }

    @GET
    public Page<BoardResponse> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        Page<Board> page = boards.list(caller.get().userId(), PageRequest.of(limit, cursor, 50));
        Map<Long, Long> sizes =
                boards.sizes(page.items().stream().map(Board::id).toList());
        return page.map(board -> BoardResponse.of(board, sizes));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = BoardResponse.class, responseCode = "201")
    public Response create(BoardFields body) {
        Board board = boards.create(caller.get().userId(), body);
        return Resources.created("/api/boards/" + board.id(), board.version(), BoardResponse.of(board, Map.of()));
    }

    @GET
    @Path("{id:\\d+}")
    @APIResponseSchema(BoardResponse.class)
    public Response get(@PathParam("id") long id) {
        Board board = boards.get(caller.get().userId(), id);
        return Resources.changed(board.version(), response(board));
    }

    @PUT
    @Path("{id:\\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(BoardResponse.class)
    public Response change(
            @PathParam("id") long id,
            @RequestBodySchema(BoardFields.class) Changes body,
            @HeaderParam("If-Match") String ifMatch) {
        Board board =
                boards.change(caller.get().userId(), id, new IfMatch(ifMatch), fields -> changed.of(fields, body));
        return Resources.changed(board.version(), response(board));
    }

    /** Removes the board; its pictures stay. */
    @DELETE
    @Path("{id:\\d+}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        boards.remove(caller.get().userId(), id, new IfMatch(ifMatch));
    }

    /** Puts pictures on the board; those that are on it already stay. */
    @POST
    @Path("{id:\\d+}/images")
    @Consumes(MediaType.APPLICATION_JSON)
    public BoardResponse put(@PathParam("id") long id, ImageIds body) {
        return response(boards.put(caller.get().userId(), id, body.ids()));
    }

    /** Takes a picture off the board. */
    @DELETE
    @Path("{id:\\d+}/images/{image:\\d+}")
    public void take(@PathParam("id") long id, @PathParam("image") long imageId) {
        boards.take(caller.get().userId(), id, imageId);
    }

    private BoardResponse response(Board board) {
        return BoardResponse.of(board, boards.sizes(List.of(board.id())));
    }
}
