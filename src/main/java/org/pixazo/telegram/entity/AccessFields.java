package org.pixazo.telegram.entity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What administrators say of a person on Telegram.
 *
 * @param access {@code default} as the settings say; {@code allowed}: is let in, and gets an account on first contact
 *     whatever the settings say; {@code blocked}: is not let in
 * @param role {@code user} or {@code admin}: of the account behind, or of the one that the person gets on first contact
 * @param dailyQuestions how many questions a day; null as the settings say. Administrators have no limit
 * @param dailyImages how many pictures a day; likewise
 */
public record AccessFields(
        @NotNull(message = "is needed")
        @Pattern(regexp = "default|allowed|blocked", message = "must be default, allowed or blocked")
        String access,

        @NotNull(message = "is needed") @Pattern(regexp = "user|admin", message = "must be user or admin")
        String role,

        @Min(value = 0, message = "must be from 0 to 1000000")
        @Max(value = 1_000_000, message = "must be from 0 to 1000000")
        Integer dailyQuestions,

        @Min(value = 0, message = "must be from 0 to 1000000")
        @Max(value = 1_000_000, message = "must be from 0 to 1000000")
        Integer dailyImages) {

    /** Of a person of whom nothing was said. */
    public static final AccessFields NONE = new AccessFields("default", "user", null, null);

    /** The same with the role that an account has. */
    public AccessFields of(String presentRole) {
        return new AccessFields(access, presentRole, dailyQuestions, dailyImages);
    }
}
