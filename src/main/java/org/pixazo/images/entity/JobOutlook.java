package org.pixazo.images.entity;

/**
 * When a job will be done, as far as can be told.
 *
 * @param position in the queue, 1 for the next; null for a job that does not wait for its turn
 * @param estimatedSeconds until its last picture is there; null for a job that has ended, and where the model has no
 *     history
 */
public record JobOutlook(Integer position, Long estimatedSeconds) {

    /** Of a job that has ended. */
    public static final JobOutlook NONE = new JobOutlook(null, null);
}
