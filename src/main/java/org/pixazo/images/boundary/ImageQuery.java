package org.pixazo.images.boundary;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.images.entity.ImageFilter;
import org.pixazo.web.entity.QueryValues;

/**
 * The query parameters that choose pictures. {@code from} and {@code to} are RFC 3339 times, {@code to} not included, or
 * dates, which are whole days in UTC.
 */
public class ImageQuery {

    @QueryParam("workspace_id")
    String workspaceId;

    @QueryParam("chat_id")
    String chatId;

    @QueryParam("board_id")
    String boardId;

    @QueryParam("model")
    String model;

    @QueryParam("style")
    String style;

    @QueryParam("favourite")
    String favourite;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("width")
    String width;

    @QueryParam("height")
    String height;

    /** Only pictures of this batch. */
    @QueryParam("batch_id")
    String batchId;

    /** Only pictures that were made from this one. */
    @QueryParam("parent_image_id")
    String parentImageId;

    /** True for pictures that the caller brought in; they are left out otherwise. */
    @QueryParam("uploaded")
    String uploaded;

    /** A part of the prompt. */
    @QueryParam("q")
    String q;

    ImageFilter filter() {
        Instant begin = QueryValues.time("from", from, 0);
        Instant end = QueryValues.time("to", to, 1);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw new InvalidInputException("from", "must be before to");
        }
        return new ImageFilter(
                QueryValues.id("workspace_id", workspaceId),
                QueryValues.id("chat_id", chatId),
                QueryValues.id("board_id", boardId),
                model,
                style,
                QueryValues.truth("favourite", favourite),
                begin,
                end,
                QueryValues.count("width", width),
                QueryValues.count("height", height),
                QueryValues.id("batch_id", batchId),
                QueryValues.id("parent_image_id", parentImageId),
                QueryValues.truth("uploaded", uploaded),
                q);
    }
}
