package org.pixazo.chats.entity;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a person says about a chat.
 *
 * @param name 1 to 200 characters
 * @param model catalogue id of a text model, or null for the workspace's default
 * @param systemPrompt what the model is told before everything else; null for the workspace's
 * @param temperature 0 to 2; null for the model's own
 * @param maxTokens the most that an answer may have; null for the model's own
 * @param tags at most 50, none twice; null for none
 * @param pinned whether it stands above the others; null for no
 * @param archived whether it is put away; null for no
 * @param autoTitle whether the chat names itself by what is said first; null for no
 */
public record ChatFields(
        @NotBlank(message = "must not be blank") @Size(max = 200, message = "must have at most 200 characters")
        String name,

        @Size(max = 200, message = "must have at most 200 characters")
        String model,

        @Size(max = 100_000, message = "must have at most 100000 characters")
        String systemPrompt,

        @DecimalMin(value = "0", message = "must be from 0 to 2")
        @DecimalMax(value = "2", message = "must be from 0 to 2")
        Double temperature,

        @Min(value = 1, message = "must be from 1 to 1000000")
        @Max(value = 1_000_000, message = "must be from 1 to 1000000")
        Integer maxTokens,

        @Size(max = 50, message = "must have at most 50 elements")
        List<
                        @NotNull(message = "must not be null") @NotBlank(message = "must not be blank")
                        @Size(max = 100, message = "must have at most 100 characters") String>
                tags,

        Boolean pinned,
        Boolean archived,
        Boolean autoTitle) {

    /** A chat with nothing but a name and a model. */
    public static ChatFields named(String name, String model) {
        return new ChatFields(name, model, null, null, null, null, null, null, null);
    }

    /** A chat that names itself; until it has been talked in it is called so. */
    public static ChatFields unnamed(String until) {
        return new ChatFields(until, null, null, null, null, null, null, null, true);
    }

    /** The same with another model. */
    public ChatFields answeredBy(String other) {
        return new ChatFields(name, other, systemPrompt, temperature, maxTokens, tags, pinned, archived, autoTitle);
    }

    /** The same with another name, which then is a person's. */
    public ChatFields renamed(String given) {
        return new ChatFields(given, model, systemPrompt, temperature, maxTokens, tags, pinned, archived, false);
    }
}
