package org.pixazo.accounts.entity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;

/**
 * What users change about themselves; every field may be null.
 *
 * @param email address
 * @param defaultTextModel catalogue id that new chats use
 * @param defaultImageModel catalogue id that new images use
 * @param defaultStyle id of a style
 */
public record UserProfile(
        @Email(message = "must be an e-mail address") @Size(max = 254, message = "must have at most 254 characters")
        String email,

        @Size(max = 200, message = "must have at most 200 characters")
        String defaultTextModel,

        @Size(max = 200, message = "must have at most 200 characters")
        String defaultImageModel,

        @Size(max = 200, message = "must have at most 200 characters")
        String defaultStyle) {}
