package org.pixazo.chats.entity;

import org.pixazo.providers.entity.TokenUsage;

/**
 * A message on the way from the first one to another, without its text.
 *
 * @param characters length of its text
 * @param model catalogue id of the model that answered; null for people
 * @param usage tokens of the call; null where nothing is known
 */
public record PathStep(long id, MessageRole role, long characters, String model, TokenUsage usage) {}
