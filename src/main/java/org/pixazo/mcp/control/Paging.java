package org.pixazo.mcp.control;

import org.pixazo.web.entity.PageRequest;

/** The arguments by which tools give their lists page by page. */
final class Paging {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int LONGEST_CURSOR = 200;

    private Paging() {}

    /** Adds the arguments to the others of a tool. */
    static Schema with(Schema arguments) {
        return arguments
                .may("limit", Schema.preset(Schema.integer("How many.", 1, MOST), USUAL))
                .may("cursor", Schema.text("next_cursor of the page before.", LONGEST_CURSOR));
    }

    /**
     * What a caller wants to see.
     *
     * @param limit null for the usual number
     * @param cursor null for the first page
     */
    static PageRequest of(Integer limit, String cursor) {
        return PageRequest.of(limit == null ? null : limit.toString(), cursor, USUAL);
    }
}
