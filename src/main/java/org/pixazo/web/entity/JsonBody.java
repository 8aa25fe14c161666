package org.pixazo.web.entity;

import tools.jackson.databind.JsonNode;

/**
 * A body that may be any JSON, such as a file whose kind must still be found out.
 *
 * @param tree what was sent, never missing
 */
public record JsonBody(JsonNode tree) {}
