package org.pixazo.models.entity;

import org.pixazo.providers.entity.UpstreamAccess;

/**
 * A text model that can be asked now.
 *
 * @param id catalogue id
 * @param provider id of the chat provider that answers
 * @param upstreamName the name by which the upstream knows it
 * @param access null for a provider inside Pixazo
 */
public record ChosenTextModel(String id, String provider, String upstreamName, UpstreamAccess access) {}
