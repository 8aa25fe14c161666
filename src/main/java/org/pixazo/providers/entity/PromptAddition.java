package org.pixazo.providers.entity;

/**
 * One thing that was added to an image prompt.
 *
 * @param part of the picture that it describes, such as {@code Light}
 * @param words as they stand in the prompt
 * @param reason why it helps, one sentence
 */
public record PromptAddition(String part, String words, String reason) {}
