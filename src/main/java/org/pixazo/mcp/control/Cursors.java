package org.pixazo.mcp.control;

import java.util.Optional;
import org.pixazo.mcp.entity.RpcException;
import tools.jackson.databind.JsonNode;

/** Where a list goes on. */
final class Cursors {

    private Cursors() {}

    /** @throws RpcException where it is no text */
    static Optional<String> of(Exchange exchange) {
        JsonNode cursor = exchange.request().params().get("cursor");
        if (cursor == null || cursor.isNull()) {
            return Optional.empty();
        }
        if (!cursor.isString()) {
            throw RpcException.invalidParams("cursor must be a string.");
        }
        return Optional.of(cursor.stringValue());
    }
}
