package org.pixazo.providers.entity;

/**
 * One way to have a text model answered.
 *
 * @param upstream name of the upstream in the settings, such as {@code grok}
 * @param protocol how it is spoken to
 * @param model the name by which it knows the model
 * @param access where it is
 */
public record TextRoute(String upstream, TextProtocol protocol, String model, UpstreamAccess access) {}
