package org.pixazo.gateway.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Pictures as OpenAI's {@code ImagesResponse} schema has them.
 *
 * @param created seconds since 1970
 * @param data in the order of their making
 */
public record GeneratedImages(long created, @NotNull List<GeneratedImage> data) {

    /**
     * One picture.
     *
     * @param url where it is, unless its bytes were asked for
     * @param b64Json its bytes in Base64, where they were asked for
     * @param revisedPrompt what the model was really asked, where a style changed the prompt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GeneratedImage(
            String url, @JsonProperty("b64_json") String b64Json, String revisedPrompt) {}
}
