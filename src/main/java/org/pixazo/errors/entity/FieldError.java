package org.pixazo.errors.entity;

/**
 * One fault of the input.
 *
 * @param field name of the field as the client wrote it, with dots and indexes for nested ones
 * @param message the rule that it breaks, to be read behind the name
 */
public record FieldError(String field, String message) {}
