package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.concurrent.CompletionStage;
import org.pixazo.accounts.entity.Caller;
import tools.jackson.databind.node.ObjectNode;

/** Something that an assistant can have done. */
public interface Tool {

    /** Its name on the wire. */
    String name();

    /** What a model must know to use it, with the choices that are open to the caller now. */
    McpSchema.Tool describe(Caller caller);

    /**
     * Does it.
     *
     * @throws org.pixazo.errors.entity.PixazoException where it cannot be done; the model is told why
     */
    CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode arguments);
}
