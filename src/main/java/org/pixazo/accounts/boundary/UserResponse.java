package org.pixazo.accounts.boundary;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Locale;
import org.pixazo.accounts.entity.User;

/** A user as clients see one. */
public record UserResponse(
        long id,
        @NotNull String username,
        String email,
        @NotNull String role,
        @NotNull String status,
        String defaultTextModel,
        String defaultImageModel,
        String defaultStyle,
        @NotNull Instant createdAt,
        @NotNull Instant updatedAt) {

    static UserResponse of(User user) {
        var profile = user.profile();
        return new UserResponse(
                user.id(),
                user.username(),
                profile.email(),
                user.role().name().toLowerCase(Locale.ROOT),
                user.status(),
                profile.defaultTextModel(),
                profile.defaultImageModel(),
                profile.defaultStyle(),
                user.createdAt(),
                user.updatedAt());
    }
}
