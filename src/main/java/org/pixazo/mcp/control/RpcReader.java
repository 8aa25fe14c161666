package org.pixazo.mcp.control;

import org.pixazo.mcp.entity.RpcException;
import org.pixazo.mcp.entity.RpcMessage;
import org.pixazo.web.control.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads messages. */
public final class RpcReader {

    private static final int BAD_REQUEST = 400;

    private RpcReader() {}

    /** @throws RpcException where the bytes are no message */
    public static RpcMessage read(byte[] body) {
        if (!(tree(body) instanceof ObjectNode message)) {
            throw RpcException.invalidRequest("The body must be one JSON-RPC message. Batches are not taken.");
        }
        if (!"2.0".equals(message.path("jsonrpc").stringValue(null))) {
            throw RpcException.invalidRequest("jsonrpc must be \"2.0\".");
        }
        JsonNode id = message.get("id");
        if (id != null && !id.isString() && !id.isIntegralNumber()) {
            throw RpcException.invalidRequest("id must be a string or a whole number.");
        }
        if (!message.has("method") && (message.has("result") || message.has("error"))) {
            return new RpcMessage(id, null, JsonNodeFactory.instance.objectNode());
        }
        String method = message.path("method").stringValue(null);
        if (method == null || method.isEmpty()) {
            throw RpcException.invalidRequest("method must be a string.");
        }
        return new RpcMessage(id, method, params(message.get("params")));
    }

    private static ObjectNode params(JsonNode params) {
        if (params == null || params.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (params instanceof ObjectNode object) {
            return object;
        }
        throw RpcException.invalidParams("params must be an object.");
    }

    private static JsonNode tree(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException e) {
            throw new RpcException(
                    RpcException.PARSE_ERROR, BAD_REQUEST, Json.invalid(e).getMessage(), null);
        }
    }
}
