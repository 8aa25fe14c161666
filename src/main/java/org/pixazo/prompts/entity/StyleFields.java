package org.pixazo.prompts.entity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person says about a style; see {@link Style}.
 *
 * @param name 1 to 100 characters
 * @param category at most 100 characters; null for {@link #CATEGORY}
 * @param description at most 500 characters; null for none
 * @param prompt 1 to 5000 characters
 * @param negativePrompt at most 5000 characters; null for none
 * @param suggestedModel catalogue id of an image model, which need not be there; null for none
 * @param suits at most 20 kinds of subject; null for none
 * @param workspaceId a workspace with which it is shared; null for a personal one
 */
public record StyleFields(
        @NotBlank(message = "must not be blank") @Size(max = 100, message = "must have at most 100 characters")
        String name,

        @Size(max = 100, message = "must have at most 100 characters")
        String category,

        @Size(max = 500, message = "must have at most 500 characters")
        String description,

        @NotBlank(message = "must not be blank") @Size(max = 5_000, message = "must have at most 5000 characters")
        String prompt,

        @Size(max = 5_000, message = "must have at most 5000 characters")
        String negativePrompt,

        @Size(max = 200, message = "must have at most 200 characters")
        String suggestedModel,

        @Size(max = 20, message = "must have at most 20 kinds of subject")
        List<
                        @NotBlank(message = "must not be blank")
                        @Size(max = 50, message = "must have at most 50 characters") String>
                suits,

        Long workspaceId) {

    /** Category of styles that name none. */
    public static final String CATEGORY = "Own";

    public StyleFields {
        category = category == null || category.isBlank() ? CATEGORY : category;
        description = description == null ? "" : description;
        negativePrompt = negativePrompt == null ? "" : negativePrompt;
        // Not List.copyOf: an element may be null until the constraints have been looked at.
        suits = suits == null ? List.of() : new ArrayList<>(suits);
    }
}
