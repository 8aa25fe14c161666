package org.pixazo.web.entity;

import java.util.Arrays;
import org.pixazo.errors.entity.PreconditionFailedException;

/**
 * The condition of a {@code PUT} or {@code DELETE}: do it only if the thing is still as the caller read it
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, If-Match</a>).
 *
 * @param header as given, or null for no condition
 */
public record IfMatch(String header) {

    /** Whatever the thing is now. */
    public static final IfMatch ANY = new IfMatch(null);

    /** @throws PreconditionFailedException where the version is another one */
    public void check(long version) {
        if (header == null || header.strip().equals("*")) {
            return;
        }
        String current = EntityTags.of(version);
        if (Arrays.stream(header.split(",")).map(String::strip).noneMatch(current::equals)) {
            throw new PreconditionFailedException(
                    "It was changed meanwhile: If-Match is " + header + " but the ETag now is " + current + ".");
        }
    }
}
