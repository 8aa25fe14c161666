package org.pixazo.chats.entity;

import org.pixazo.accounts.entity.Caller;
import org.pixazo.usage.entity.Channel;

/**
 * An answer that this server received has ended, and is stored.
 *
 * @param answer with its end
 * @param caller who asked
 * @param channel by which way
 */
public record AnswerEnded(Message answer, Caller caller, Channel channel) {}
