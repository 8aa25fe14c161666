package org.pixazo.providers.entity;

import java.net.URI;

/**
 * Pictures that a model works on. Each address opens without credentials, for a while.
 *
 * @param reference what to start from
 * @param mask white where that may change; null for everywhere
 * @param strength how much may change, 0 to 1; null for the model's default
 */
public record PictureInputs(URI reference, URI mask, Double strength) {}
