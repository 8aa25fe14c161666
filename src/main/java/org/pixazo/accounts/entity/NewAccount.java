package org.pixazo.accounts.entity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a person says to get an account.
 *
 * @param username the name to log in with
 * @param password in clear text
 * @param email may be null
 */
public record NewAccount(
        @NotNull(message = "is needed")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{1,63}",
                message = "must have 2 to 64 characters of A-Z, a-z, 0-9, '.', '_' and '-'"
                        + " and begin with a letter or digit")
        String username,

        @NotNull(message = "is needed") @Size(min = 8, max = 256, message = "must have 8 to 256 characters")
        String password,

        @Email(message = "must be an e-mail address") @Size(max = 254, message = "must have at most 254 characters")
        String email) {}
