package org.pixazo.web.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The one JSON of Pixazo's own formats: snake_case names, RFC 3339 times, null fields written, and strict reading:
 * unknown fields, duplicate names, trailing text, and values of another type than asked for are refused.
 *
 * <p>Jackson rather than JSON-B, because JSON-B has no way to refuse unknown fields nor to tell an absent field from a
 * null one, and both are in the contract.
 */
public final class Json {

    private static final String UNKNOWN_FIELD = "is not a field of this request";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new SimpleModule().addSerializer(Instant.class, new InstantSerializer()))
            .build();

    private Json() {}

    /** The mapper itself, for streaming and trees. Thread-safe and immutable. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Writes a value of Pixazo's own formats. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Turns a tree into a value.
     *
     * @throws InvalidInputException naming the field that does not fit
     */
    public static <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw e.getPath().size() == 1 ? unknownFields(tree, e.getKnownPropertyIds()) : invalid(e);
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    /**
     * Turns a tree that another version of Pixazo wrote into a value: fields that this version does not know are left
     * out.
     *
     * @throws InvalidInputException naming the field that does not fit
     */
    public static <T> T convertKnown(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(tree);
        } catch (JacksonException e) {
            throw invalid(e);
        }
    }

    /** Says in the contract's terms what is wrong with a body that Jackson could not read. */
    public static InvalidInputException invalid(JacksonException e) {
        String field = path(e);
        if (e instanceof UnrecognizedPropertyException) {
            return new InvalidInputException(field, UNKNOWN_FIELD);
        }
        if (e instanceof InputCoercionException && !field.isEmpty()) {
            return new InvalidInputException(field, "is a number out of range");
        }
        if (e instanceof MismatchedInputException mismatch && !field.isEmpty()) {
            return new InvalidInputException(field, "must be " + wanted(mismatch.getTargetType()));
        }
        if (e instanceof MismatchedInputException) {
            return InvalidInputException.malformed("The body must be one JSON object and not be empty.", e);
        }
        String place = e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return InvalidInputException.malformed(
                "The body is not valid JSON" + place + ": " + firstLine(e.getOriginalMessage()), e);
    }

    /** All of them: whoever mends one should not meet the next. */
    private static InvalidInputException unknownFields(JsonNode tree, Collection<Object> known) {
        return new InvalidInputException(tree.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldError(name, UNKNOWN_FIELD))
                .toList());
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == Instant.class) {
            return "an RFC 3339 time such as 2026-11-24T10:41:37Z";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return "an object";
    }

    private static String firstLine(String text) {
        // Without Jackson's own words about places that it may not show.
        return text == null ? "" : text.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*$", "");
    }
}
