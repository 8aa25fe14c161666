package org.pixazo.models.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An image model of administrators, or one of the product as administrators changed it. */
@Entity
@Table(name = "image_models")
public class ImageModelRow {

    @Id
    private String id;

    /** An {@link ImageModelFields} as JSON. */
    private String definition;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected ImageModelRow() {}

    public ImageModelRow(String id, String definition, Instant now) {
        this.id = id;
        this.createdAt = now;
        change(definition, now);
    }

    public final void change(String newDefinition, Instant now) {
        definition = newDefinition;
        updatedAt = now;
    }

    /** Catalogue id. */
    public String id() {
        return id;
    }

    public String definition() {
        return definition;
    }

    public long version() {
        return version;
    }
}
