package org.pixazo.prompts.entity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Styles as a file.
 *
 * @param format always {@link #FORMAT}
 * @param version always {@link #VERSION}
 * @param exportedAt null where somebody wrote the file by hand
 * @param styles oldest first
 */
public record StyleFile(
        String format,
        Integer version,
        Instant exportedAt,

        @NotNull(message = "must be an array") @Size(max = MOST, message = "must have at most 500 styles")
        List<@NotNull(message = "must be an object") @Valid StyleFields> styles) {

    public static final String FORMAT = "pixazo.styles";
    public static final int VERSION = 1;

    /** How many styles a user can have. */
    public static final int MOST = 500;

    public StyleFile {
        // Not List.copyOf: an element may be null until the constraints have been looked at.
        styles = styles == null ? null : new ArrayList<>(styles);
    }

    /** The file of some styles; workspaces are not told, since another server has others. */
    public static StyleFile of(List<OwnStyle> styles, Instant now) {
        return new StyleFile(
                FORMAT,
                VERSION,
                now,
                styles.stream().map(style -> personal(style.fields())).toList());
    }

    /** The same style, shared with nobody. */
    public static StyleFields personal(StyleFields fields) {
        return new StyleFields(
                fields.name(),
                fields.category(),
                fields.description(),
                fields.prompt(),
                fields.negativePrompt(),
                fields.suggestedModel(),
                fields.suits(),
                null);
    }
}
