package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.models.entity.UnknownModelException;
import tools.jackson.databind.JsonNode;

/** What tools answer. */
final class ToolResults {

    private ToolResults() {}

    /** A record as structured content, and as text for clients that know none. */
    static CallToolResult of(Object content) {
        return of(content, List.of());
    }

    /** @param more such as pictures and links */
    static CallToolResult of(Object content, List<McpSchema.Content> more) {
        JsonNode tree = McpJson.content(content);
        return of(tree.toString(), tree, more);
    }

    /** A text of its own, for what people read rather than programs. */
    static CallToolResult of(String text, Object content, List<McpSchema.Content> more) {
        CallToolResult.Builder result = CallToolResult.builder().addTextContent(text);
        more.forEach(result::addContent);
        return result.structuredContent(content instanceof JsonNode ? content : McpJson.content(content))
                .build();
    }

    /** What went wrong, for the model to mend it. */
    static CallToolResult failure(Throwable thrown) {
        return CallToolResult.builder()
                .addTextContent(reason(thrown))
                .isError(true)
                .build();
    }

    static CallToolResult withoutLinks(CallToolResult result) {
        List<McpSchema.Content> content = result.content().stream()
                .filter(part -> !(part instanceof McpSchema.ResourceLink))
                .toList();
        return new CallToolResult(content, result.isError(), result.structuredContent(), result.meta());
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof PixazoException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UnknownModelException unknown) {
            return "model must be one of list_models; '" + unknown.model() + "' is not";
        }
        if (cause instanceof PixazoException known) {
            return known.retryAfterSeconds() > 0
                    ? known.getMessage() + " Try again in " + known.retryAfterSeconds() + " seconds."
                    : known.getMessage();
        }
        return RpcAnswers.failure(thrown).getMessage();
    }
}
