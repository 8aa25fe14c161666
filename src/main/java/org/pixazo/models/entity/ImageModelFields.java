package org.pixazo.models.entity;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.pixazo.providers.entity.GatewayRoute;

/**
 * What an administrator says about an image model of the Pixazo gateway.
 *
 * @param name for people, 1 to 100 characters
 * @param description one sentence: what it is good at
 * @param perImage US dollars a picture, 0 for a free one; null where that is unknown
 * @param limits what it takes
 * @param defaults what it uses where a request says nothing
 * @param route how the gateway is asked for it
 */
public record ImageModelFields(
        @NotBlank(message = "must not be blank") @Size(max = 100, message = "must have at most 100 characters")
        String name,

        @NotNull(message = "is needed") @Size(max = 500, message = "must have at most 500 characters")
        String description,

        @DecimalMin(value = "0", message = "must be from 0 to 1000")
        @DecimalMax(value = "1000", message = "must be from 0 to 1000")
        BigDecimal perImage,

        @NotNull(message = "is needed") ImageLimits limits,
        @NotNull(message = "is needed") ImageDefaults defaults,
        @NotNull(message = "is needed") GatewayRoute route) {

    /** Of a model that there is. */
    public static ImageModelFields of(ImageModel model) {
        return new ImageModelFields(
                model.name(), model.description(), model.perImage(), model.limits(), model.defaults(), model.route());
    }

    /** The model of the catalogue. */
    public ImageModel model(String id, String provider) {
        return new ImageModel(id, name, provider, price(), perImage, description, limits, defaults, route);
    }

    private String price() {
        if (perImage == null) {
            return "paid, see the Pixazo price list";
        }
        return perImage.signum() == 0
                ? "free"
                : "$" + perImage.stripTrailingZeros().toPlainString() + " an image";
    }
}
