package org.pixazo.images.control;

import java.util.List;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.Place;
import org.pixazo.images.entity.Provenance;
import org.pixazo.images.entity.Reference;
import org.pixazo.models.entity.ImageModel;

/**
 * An order as it will be carried out.
 *
 * @param reference pictures that all jobs work on
 * @param variants one for each job
 * @param perJob how many pictures each job makes
 */
public record OrderPlan(ImageModel model, Place place, Reference reference, List<Variant> variants, int perJob) {

    /** How many pictures one order may make. */
    public static final int MOST_IMAGES = 64;

    /** A person who orders more than so many is to be asked once more. */
    public static final int UNASKED_IMAGES = 6;

    /** What one job makes, and where that comes from. */
    public record Variant(ImageSpec spec, Provenance provenance) {}

    public OrderPlan {
        variants = List.copyOf(variants);
    }

    /** How many pictures there will be. */
    public int images() {
        return variants.size() * perJob;
    }
}
