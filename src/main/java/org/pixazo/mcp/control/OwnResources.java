package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.pixazo.chats.control.ChatService;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.mcp.entity.ResourceUri;
import org.pixazo.mcp.entity.RpcException;

/** Knows which resources a caller has. */
@ApplicationScoped
class OwnResources {

    /** Until 2025-11-25; since then it is a wrong parameter like others. */
    private static final int NOT_FOUND = -32002;

    private static final int OK = 200;

    @Inject
    ImageRepository images;

    @Inject
    ChatService chats;

    boolean has(long userId, String text) {
        try {
            return ResourceUri.parse(text).filter(uri -> exists(userId, uri)).isPresent();
        } catch (NotFoundException absent) {
            return false;
        }
    }

    /** The address in the parameters of a request. */
    static String uri(Exchange exchange) {
        String text = exchange.request().params().path("uri").stringValue(null);
        if (text == null) {
            throw RpcException.invalidParams("uri must be a string.");
        }
        return text;
    }

    /** The failure for an address that leads to nothing of the caller's. */
    static RpcException absent(Exchange exchange, String uri, String reason) {
        return new RpcException(
                exchange.stateless() ? RpcException.INVALID_PARAMS : NOT_FOUND,
                OK,
                "Resource not found. " + reason,
                Map.of("uri", uri));
    }

    /** @throws NotFoundException where the user has it not */
    private boolean exists(long userId, ResourceUri uri) {
        return uri.kind().equals(ResourceUri.IMAGES)
                ? images.get(userId, uri.id()) != null
                : chats.get(userId, uri.id()) != null;
    }
}
