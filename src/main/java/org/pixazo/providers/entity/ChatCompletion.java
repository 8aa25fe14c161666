package org.pixazo.providers.entity;

/**
 * How an answer ended.
 *
 * @param finishReason the upstream's word, such as {@code stop} or {@code length}
 * @param usage never null
 */
public record ChatCompletion(String finishReason, TokenUsage usage) {}
