package org.pixazo.accounts.entity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A change of the password.
 *
 * @param currentPassword proves that it is the person's own account
 * @param newPassword holds from now on
 */
public record NewPassword(
        @NotNull(message = "is needed") @Size(max = 256, message = "must have at most 256 characters")
        String currentPassword,

        @NotNull(message = "is needed") @Size(min = 8, max = 256, message = "must have 8 to 256 characters")
        String newPassword) {}
