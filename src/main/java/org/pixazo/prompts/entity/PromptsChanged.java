package org.pixazo.prompts.entity;

/**
 * A library is not what it was: a prompt came, changed or went. Observers that tell others wait for the transaction.
 *
 * @param userId whose library
 */
public record PromptsChanged(long userId) {}
