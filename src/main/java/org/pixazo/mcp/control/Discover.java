package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.mcp.entity.Revision;

/** Says what the server speaks and has, without a handshake. */
@ApplicationScoped
public class Discover implements Method {

    @Inject
    ServerInfo server;

    @Override
    public String name() {
        return "server/discover";
    }

    @Override
    public boolean cacheable() {
        return true;
    }

    @Override
    public CompletionStage<Map<String, Object>> answer(Exchange exchange) {
        return CompletableFuture.completedFuture(Map.of(
                "supportedVersions", Revision.all(),
                "capabilities", server.capabilities(),
                "instructions", ServerInfo.INSTRUCTIONS));
    }
}
