/**
 * Channel: OpenAI's API below {@code /v1}, so that clients and libraries made for it work with a base URL and a key.
 *
 * <p>Servlets rather than resources: bodies pass through unread where they can, streams hold no thread, and a second
 * JAX-RS application would cost every start. {@code GatewayFilter} stands before all of them: it lets in keys only and
 * turns every failure into OpenAI's error object.
 */
package org.pixazo.gateway;
