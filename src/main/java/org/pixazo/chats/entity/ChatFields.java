package org.pixazo.chats.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a person says about a chat.
 *
 * @param name 1 to 200 characters
 * @param model catalogue id of a text model, or null for the workspace's default
 */
public record ChatFields(
        @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Size(max = 200, message = "must have at most 200 characters")
        String model) {}
