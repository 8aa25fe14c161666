package org.pixazo.providers.entity;

import java.util.List;
import java.util.Map;

/**
 * How one image model is asked through the Pixazo gateway. Routes are data, because vendors rename fields more often
 * than we release.
 *
 * @param path of the call, behind the base URL
 * @param statusPath where {@code {"requestId"}} is posted to ask how far it is; null where the model has no such route
 * @param resultPath where the answer has the picture's address, as in {@code data.0.url}; null to look in all places
 *     where answers are known to have it
 * @param fields our name of a parameter to the vendor's; a parameter that is not named here is not sent. Ours are
 *     {@code negative_prompt, width, height, aspect_ratio, num_steps, guidance_scale, seed, reference_image,
 *     mask_image, strength}
 * @param aspectRatios those that the model takes, as {@code width:height}; empty where it takes a size
 * @param defaults vendor's names and the values that are sent where the request gives none
 */
public record GatewayRoute(
        String path,
        String statusPath,
        String resultPath,
        Map<String, String> fields,
        List<String> aspectRatios,
        Map<String, Object> defaults) {

    public GatewayRoute {
        fields = fields == null ? Map.of() : Map.copyOf(fields);
        aspectRatios = aspectRatios == null ? List.of() : List.copyOf(aspectRatios);
        defaults = defaults == null ? Map.of() : Map.copyOf(defaults);
    }

    /** The ratio that is nearest to a size by proportion, or null where the model takes a size. */
    public String nearestAspectRatio(int width, int height) {
        double wanted = Math.log((double) width / height);
        String nearest = null;
        double smallest = Double.MAX_VALUE;
        for (String ratio : aspectRatios) {
            String[] sides = ratio.split(":");
            double distance = Math.abs(Math.log(Double.parseDouble(sides[0]) / Double.parseDouble(sides[1])) - wanted);
            if (distance < smallest) {
                smallest = distance;
                nearest = ratio;
            }
        }
        return nearest;
    }
}
