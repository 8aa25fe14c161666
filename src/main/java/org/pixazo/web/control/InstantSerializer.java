package org.pixazo.web.control;

import java.time.Instant;
import org.pixazo.schema.entity.InstantText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes points in time as RFC 3339 with no digits of a second, three or six, as {@link Instant#toString} does: what
 * came in reads the same when it goes out.
 */
final class InstantSerializer extends StdSerializer<Instant> {

    InstantSerializer() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
        json.writeString(shortened(InstantText.of(instant)));
    }

    private static String shortened(String text) {
        if (!text.endsWith("000Z")) {
            return text;
        }
        return text.substring(0, text.endsWith("000000Z") ? text.lastIndexOf('.') : text.length() - 4) + 'Z';
    }
}
