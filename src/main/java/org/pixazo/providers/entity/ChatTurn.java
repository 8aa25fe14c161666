package org.pixazo.providers.entity;

/**
 * One message of a conversation as a language model sees it.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 * @param content plain text or Markdown
 */
public record ChatTurn(String role, String content) {}
