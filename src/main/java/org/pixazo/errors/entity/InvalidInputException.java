package org.pixazo.errors.entity;

import java.util.List;
import java.util.stream.Collectors;

/** The request is malformed or breaks a rule; every fault that was found is named (400). */
public class InvalidInputException extends PixazoException {

    private final transient List<FieldError> errors;

    /** @param errors at least one fault */
    public InvalidInputException(List<FieldError> errors) {
        super(
                400,
                "invalid-input",
                "Invalid input",
                errors.stream().map(e -> e.field() + " " + e.message()).collect(Collectors.joining("; ")),
                null);
        this.errors = List.copyOf(errors);
    }

    /**
     * @param field name of the field as the client wrote it
     * @param message the rule that it breaks
     */
    public InvalidInputException(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    private InvalidInputException(String detail, Throwable cause) {
        super(400, "invalid-input", "Invalid input", detail, cause);
        this.errors = List.of();
    }

    /** A body that cannot be read at all, so that no field is to blame. */
    public static InvalidInputException malformed(String detail, Throwable cause) {
        return new InvalidInputException(detail, cause);
    }

    /** The faults by field; empty where the whole body is malformed. */
    public List<FieldError> errors() {
        return errors;
    }
}
