package org.pixazo.prompts.entity;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** No element of a list of strings comes twice, without regard to case and to spaces around it. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Distinct.Validator.class)
public @interface Distinct {

    String message() default "must not name the same twice";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says nothing about null elements; other constraints do. */
    class Validator implements ConstraintValidator<Distinct, List<String>> {

        @Override
        public boolean isValid(List<String> values, ConstraintValidatorContext context) {
            if (values == null || values.stream().anyMatch(Objects::isNull)) {
                return true;
            }
            return values.stream()
                            .map(value -> value.strip().toLowerCase(Locale.ROOT))
                            .distinct()
                            .count()
                    == values.size();
        }
    }
}
