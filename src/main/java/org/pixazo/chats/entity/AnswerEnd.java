package org.pixazo.chats.entity;

import org.pixazo.providers.entity.TokenUsage;

/**
 * How an answer ended.
 *
 * @param status any but streaming
 * @param content all that came
 * @param error why it failed; null otherwise
 * @param finishReason the upstream's word; null where there is none
 * @param usage null where nothing is known
 */
public record AnswerEnd(MessageStatus status, String content, String error, String finishReason, TokenUsage usage) {}
