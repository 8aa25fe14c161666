package org.pixazo.web.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.PixazoException;

/**
 * A failure as clients of {@code /api} see it: <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>.
 *
 * @param type a URN that names the kind of failure
 * @param title the same for every failure of this kind
 * @param status HTTP status
 * @param detail what happened this time and what can be done
 * @param instance path of the request
 * @param errors the faults by field, only for invalid input
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    /** Content type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:pixazo:problem:";

    /** The problem that stands for a failure of Pixazo's own. */
    public static Problem of(PixazoException failure, String instance) {
        List<FieldError> errors = failure instanceof InvalidInputException invalid ? invalid.errors() : List.of();
        return new Problem(
                TYPE_PREFIX + failure.code(),
                failure.title(),
                failure.status(),
                failure.getMessage(),
                instance,
                errors);
    }

    /** A problem that is nothing but its HTTP status. */
    public static Problem of(int status, String code, String title, String detail, String instance) {
        return new Problem(TYPE_PREFIX + code, title, status, detail, instance, List.of());
    }
}
