package org.pixazo.prompts.entity;

/**
 * What a model is asked for once a style is applied.
 *
 * @param prompt with the words of the style
 * @param negativePrompt null for none
 */
public record StyledPrompt(String prompt, String negativePrompt) {}
