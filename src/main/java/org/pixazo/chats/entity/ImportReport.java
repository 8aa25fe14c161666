package org.pixazo.chats.entity;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What an import into a workspace made or, on trial, would make.
 *
 * @param dryRun whether nothing was stored
 * @param imported how many chats
 * @param ids of them, in the order of the file; empty on trial
 * @param messages how many in all of them
 * @param alreadyHere how many were in the workspace and did not come again
 * @param partlyReadable how many of the imported ones had something that could not be read, or had to be mended
 * @param conversations one by one, at most the first 10,000; where it is no trial, only those that did not come as they are
 */
public record ImportReport(
        boolean dryRun,
        int imported,
        @NotNull List<Long> ids,
        int messages,
        int alreadyHere,
        int partlyReadable,
        @NotNull List<Line> conversations) {

    /**
     * What becomes of one conversation.
     *
     * @param name as it is or would be called here
     * @param sourceId what names it in the file; null where nothing does
     * @param status {@code new}, {@code already_here} or {@code partly_readable}
     * @param messages how many
     * @param reasons in words for people; empty for a new one
     */
    public record Line(
            @NotNull String name,
            String sourceId,
            @NotNull String status,
            int messages,
            @NotNull List<String> reasons) {}
}
