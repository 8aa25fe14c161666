package org.pixazo.chats.boundary;

import jakarta.validation.constraints.NotNull;

/** A stored message and its answer; {@code reply} is null where no model was asked. */
public record SaidResponse(@NotNull MessageResponse message, MessageResponse reply) {}
