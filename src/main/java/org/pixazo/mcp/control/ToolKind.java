package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/** What a tool does to the world, so that clients know when to ask the person first. */
enum ToolKind {
    /** Only looks. */
    READS,
    /** Asks an AI service and keeps nothing. */
    ASKS,
    /** Adds something of the person's own. */
    ADDS,
    /** Asks an AI service and keeps the answer. */
    MAKES;

    ToolAnnotations annotations(String title) {
        return ToolAnnotations.builder()
                .title(title)
                .readOnlyHint(this == READS || this == ASKS)
                .destructiveHint(false)
                .idempotentHint(this == READS)
                .openWorldHint(this == ASKS || this == MAKES)
                .build();
    }
}
