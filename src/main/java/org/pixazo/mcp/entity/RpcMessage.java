package org.pixazo.mcp.entity;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message of a client.
 *
 * @param id a string or a number; null for a notification
 * @param method null for a response
 * @param params empty where there are none
 */
public record RpcMessage(JsonNode id, String method, ObjectNode params) {

    public boolean isRequest() {
        return method != null && id != null;
    }

    public boolean is(String name) {
        return name.equals(method);
    }

    /** The metadata of the message; an empty node where there is none. */
    public JsonNode meta() {
        return params.path("_meta");
    }
}
