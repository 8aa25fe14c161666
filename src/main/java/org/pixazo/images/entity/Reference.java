package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Pictures that a job works on. Immutable. */
@Embeddable
public class Reference {

    /** Of a job that works from words alone. */
    public static final Reference NONE = new Reference();

    @Column(name = "reference_image_id")
    private Long imageId;

    @Column(name = "mask_image_id")
    private Long maskId;

    private Double strength;

    /** For JPA. */
    protected Reference() {}

    /**
     * @param imageId id of a picture of the same user
     * @param maskId id of a picture of the same size, white where the other may change; null for none
     * @param strength how much may change, 0 to 1; null for the model's default
     */
    public Reference(Long imageId, Long maskId, Double strength) {
        this.imageId = imageId;
        this.maskId = maskId;
        this.strength = strength;
    }

    public Long imageId() {
        return imageId;
    }

    public Long maskId() {
        return maskId;
    }

    public Double strength() {
        return strength;
    }
}
