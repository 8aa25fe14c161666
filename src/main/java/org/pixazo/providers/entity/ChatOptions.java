package org.pixazo.providers.entity;

/**
 * How a model shall answer; null leaves it to the model.
 *
 * @param temperature 0 to 2
 * @param maxTokens the most that the answer may have
 */
public record ChatOptions(Double temperature, Integer maxTokens) {

    /** Everything is left to the model. */
    public static final ChatOptions NONE = new ChatOptions(null, null);
}
