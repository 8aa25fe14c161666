package org.pixazo.providers.entity;

/**
 * Tokens of one call.
 *
 * @param promptTokens tokens of the question with its context
 * @param completionTokens tokens of the answer
 * @param estimated true where the upstream gave no figures and Pixazo counted
 */
public record TokenUsage(long promptTokens, long completionTokens, boolean estimated) {}
