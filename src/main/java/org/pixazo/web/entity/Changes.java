package org.pixazo.web.entity;

import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a {@code PUT}: the fields that are given change, the others stay, and null empties an optional one.
 *
 * @param given the fields as the client sent them
 */
public record Changes(ObjectNode given) {}
