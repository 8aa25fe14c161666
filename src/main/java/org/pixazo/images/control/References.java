package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.Reference;
import org.pixazo.models.entity.ImageLimits;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.providers.entity.PictureInputs;
import org.pixazo.settings.entity.Settings;

/**
 * The pictures that orders work on. An upstream fetches them from this server by links that open for an hour, since the
 * Pixazo gateway takes addresses only.
 */
@ApplicationScoped
public class References {

    @Inject
    ImageRepository images;

    @Inject
    SignedLinks links;

    @Inject
    Settings settings;

    /**
     * What an order says of pictures.
     *
     * @param size of the picture to work on; null for an order of words alone
     * @param parentId the picture from which the new ones come; null for none
     */
    record Checked(Reference reference, PictureSize size, Long parentId) {}

    /** @throws InvalidInputException naming the field that the model does not take, needs, or that names no picture */
    Checked check(long userId, ImageOrder order, ImageModel model) {
        ImageLimits limits = model.limits();
        taken("reference_image_id", order.referenceImageId(), limits.referenceImage(), model);
        taken("mask_image_id", order.maskImageId(), limits.maskImage(), model);
        taken("strength", order.strength(), limits.strength() ? "optional" : ImageLimits.NONE, model);
        Image reference = own(userId, "reference_image_id", order.referenceImageId());
        Image mask = own(userId, "mask_image_id", order.maskImageId());
        if (mask != null && reference == null) {
            throw new InvalidInputException("mask_image_id", "needs a reference_image_id");
        }
        if (mask != null && !size(mask).equals(size(reference))) {
            throw new InvalidInputException(
                    "mask_image_id",
                    "must be as large as the reference image, "
                            + size(reference).words());
        }
        Image parent = own(userId, "parent_image_id", order.parentImageId());
        if (reference != null) {
            publicUrl(model.id());
        }
        return new Checked(
                new Reference(order.referenceImageId(), order.maskImageId(), order.strength()),
                reference == null ? null : size(reference),
                parent == null ? order.referenceImageId() : order.parentImageId());
    }

    /**
     * What an upstream is given of a job's pictures; null for a job of words alone.
     *
     * @throws NotFoundException where one of them has been deleted
     */
    PictureInputs inputs(Reference reference, String model) {
        if (reference.imageId() == null) {
            return null;
        }
        return new PictureInputs(
                link(reference.imageId(), "jpeg", model),
                reference.maskId() == null ? null : link(reference.maskId(), "png", model),
                reference.strength());
    }

    private URI link(long imageId, String format, String model) {
        Image image = images.find(imageId)
                .orElseThrow(() ->
                        new NotFoundException("The picture to work on, image " + imageId + ", has been deleted."));
        return URI.create(publicUrl(model) + links.to(image, format));
    }

    private String publicUrl(String model) {
        return settings.baseUrl()
                .map(url -> url.replaceAll("/+$", ""))
                .orElseThrow(() -> new UnavailableException("The upstream of " + model + " fetches pictures from this"
                        + " server: an administrator sets PIXAZO_BASE_URL to an address that it can reach."));
    }

    private static void taken(String field, Object given, String takes, ImageModel model) {
        if (given != null && takes.equals(ImageLimits.NONE)) {
            throw new InvalidInputException(field, "is nothing that " + model.id() + " takes");
        }
        if (given == null && takes.equals(ImageLimits.REQUIRED)) {
            throw new InvalidInputException(field, "is needed by " + model.id());
        }
    }

    private Image own(long userId, String field, Long id) {
        try {
            return id == null ? null : images.get(userId, id);
        } catch (NotFoundException absent) {
            throw new InvalidInputException(field, "must be one of your images");
        }
    }

    private static PictureSize size(Image image) {
        return new PictureSize(image.spec().width(), image.spec().height());
    }
}
