package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.mcp.entity.Revision;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.mcp.entity.RpcMessage;

/** The handshake: both sides agree on a revision. */
@ApplicationScoped
public class Initialize implements Method {

    public static final String NAME = "initialize";

    @Inject
    ServerInfo server;

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The revision on which both sides agree.
     *
     * @throws RpcException where the client names none
     */
    public static String revision(RpcMessage request) {
        String asked = request.params().path("protocolVersion").stringValue(null);
        if (asked == null) {
            throw RpcException.invalidParams("protocolVersion must be a string.");
        }
        return Revision.negotiate(asked);
    }

    @Override
    public boolean withHandshake() {
        return true;
    }

    @Override
    public CompletionStage<McpSchema.InitializeResult> answer(Exchange exchange) {
        return CompletableFuture.completedFuture(McpSchema.InitializeResult.builder(
                        revision(exchange.request()), server.capabilities(), server.implementation())
                .instructions(ServerInfo.INSTRUCTIONS)
                .build());
    }
}
