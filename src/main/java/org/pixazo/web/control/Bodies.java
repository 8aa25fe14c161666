package org.pixazo.web.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;

/** Holds request bodies against the constraints that their records declare. */
@ApplicationScoped
public class Bodies {

    @Inject
    Validator validator;

    /**
     * @return the body itself
     * @throws InvalidInputException naming every field that breaks a rule
     */
    public <T> T valid(T body) {
        Set<ConstraintViolation<T>> violations = validator.validate(body);
        if (violations.isEmpty()) {
            return body;
        }
        List<FieldError> errors = violations.stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        throw new InvalidInputException(errors);
    }

    /** The path without what Bean Validation says about elements: {@code tags[0].<list element>} is {@code tags[0]}. */
    private static String field(Path path) {
        return SnakeCase.of(path.toString().replace(".<list element>", ""));
    }
}
