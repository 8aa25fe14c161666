package org.pixazo.schema.control;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.pixazo.schema.entity.InstantText;

/** Stores points in time as {@link InstantText}, on every database and under every JPA provider alike. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, String> {

    @Override
    public String convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : InstantText.of(instant);
    }

    @Override
    public Instant convertToEntityAttribute(String text) {
        return text == null ? null : InstantText.parse(text);
    }
}
