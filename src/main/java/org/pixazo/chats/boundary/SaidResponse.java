package org.pixazo.chats.boundary;

/** A stored message and its answer; {@code reply} is null where no model was asked. */
public record SaidResponse(MessageResponse message, MessageResponse reply) {}
