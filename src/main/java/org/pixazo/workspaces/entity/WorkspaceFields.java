package org.pixazo.workspaces.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a person says about a workspace.
 *
 * @param name 1 to 200 characters
 * @param description at most 4000 characters, or null
 * @param model catalogue id of the text model that chats in it use, or null
 * @param systemPrompt what models are told before everything else in chats that have none of their own, or null
 */
public record WorkspaceFields(
        @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Size(max = 4000, message = "must have at most 4000 characters")
        String description,

        @Size(max = 200, message = "must have at most 200 characters")
        String model,

        @Size(max = 100_000, message = "must have at most 100000 characters")
        String systemPrompt) {}
