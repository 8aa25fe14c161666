package org.pixazo.workspaces.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a person says about a workspace.
 *
 * @param name 1 to 200 characters
 * @param description at most 4000 characters, or null
 * @param model catalogue id of the text model that chats in it use, or null
 */
public record WorkspaceFields(
        @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Size(max = 4000, message = "must have at most 4000 characters")
        String description,

        @Size(max = 200, message = "must have at most 200 characters")
        String model) {}
