package org.pixazo.mcp.control;

import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.web.control.RequestId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages to clients. */
public final class RpcAnswers {

    private static final Logger LOG = Logger.getLogger(RpcAnswers.class.getName());
    private static final int INTERNAL = 500;

    private RpcAnswers() {}

    public static ObjectNode result(JsonNode id, ObjectNode result) {
        ObjectNode message = message();
        message.set("id", id);
        message.set("result", result);
        return message;
    }

    public static ObjectNode notification(String method, Object params) {
        ObjectNode message = message();
        message.put("method", method);
        message.set("params", McpJson.tree(params));
        return message;
    }

    /** @param id of the request; null where it is not known */
    public static ObjectNode error(JsonNode id, RpcException failure) {
        ObjectNode message = message();
        message.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
        ObjectNode error = message.putObject("error");
        error.put("code", failure.rpcCode());
        error.put("message", failure.getMessage());
        if (failure.data() != null) {
            error.set("data", McpJson.tree(failure.data()));
        }
        return message;
    }

    /** Any failure in the words of the protocol; one that nobody foresaw is logged and keeps its inside to itself. */
    public static RpcException failure(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof PixazoException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RpcException ours) {
            return ours;
        }
        if (cause instanceof InvalidInputException || cause instanceof NotFoundException) {
            return RpcException.invalidParams(cause.getMessage());
        }
        if (cause instanceof PixazoException known) {
            return new RpcException(RpcException.REFUSED, known.status(), known.getMessage(), null);
        }
        LOG.log(
                Level.SEVERE,
                "Unexpected failure of a request to /mcp",
                thrown instanceof CompletionException ? thrown.getCause() : thrown);
        return new RpcException(
                RpcException.INTERNAL_ERROR,
                INTERNAL,
                "Something went wrong inside Pixazo. The log has the details under the request id "
                        + RequestId.current() + ".",
                null);
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    }
}
