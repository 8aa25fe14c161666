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
    public record GeneratedImage(
            @JsonInclude(JsonInclude.Include.NON_NULL) String url,

            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("b64_json")
            String b64Json,

            @JsonInclude(JsonInclude.Include.NON_NULL) String revisedPrompt) {}
}
