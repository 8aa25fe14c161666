package org.pixazo.schema.entity;

import java.time.Instant;

/**
 * The right of one server to work on a row. Who holds it renews it; when it has run out, the server is dead.
 *
 * @param owner name of the server
 * @param until when it runs out
 */
public record Lease(String owner, Instant until) {}
