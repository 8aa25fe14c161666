package org.pixazo.images.entity;

/**
 * A job has come further: a state or a picture more. Fired after the change is in the database.
 *
 * @param jobId id of the job
 */
public record JobChanged(long jobId) {}
