package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The state of the one queue of image jobs, for all servers. */
@Entity
@Table(name = "image_queue")
public class ImageQueue {

    /** Id of the only row. */
    public static final int ID = 1;

    @Id
    private int id;

    private boolean paused;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** For JPA. */
    protected ImageQueue() {}

    /** A paused queue begins no job; what runs goes on. */
    public void pause(boolean whether, Instant now) {
        if (paused != whether) {
            paused = whether;
            changedAt = now;
        }
    }

    public boolean paused() {
        return paused;
    }

    /** When it was last paused or resumed. */
    public Instant changedAt() {
        return changedAt;
    }
}
