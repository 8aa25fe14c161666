package org.pixazo.images.entity;

/**
 * A job whose turn comes.
 *
 * @param model catalogue id
 * @param userId who ordered it
 * @param n how many pictures were ordered
 */
public record WaitingJob(long id, String model, long userId, int n) {}
