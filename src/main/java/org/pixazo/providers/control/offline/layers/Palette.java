package org.pixazo.providers.control.offline.layers;

import java.util.function.UnaryOperator;
import org.pixazo.providers.control.offline.paint.Rgb;

/**
 * The colours of one picture.
 *
 * @param zenith the sky overhead
 * @param upper the sky half-way down
 * @param horizon the sky at the horizon
 * @param glow the sky around the sun or moon
 * @param sun the light that it throws on things; may exceed 1
 * @param ambient the light that the sky throws into shadows
 * @param cloudLit clouds on the side of the light
 * @param cloudShade clouds on the other side
 * @param haze what distance fades into
 * @param water the sea's own colour from above
 */
record Palette(
        Rgb zenith,
        Rgb upper,
        Rgb horizon,
        Rgb glow,
        Rgb sun,
        Rgb ambient,
        Rgb cloudLit,
        Rgb cloudShade,
        Rgb haze,
        Rgb water) {

    /** The same change made to every colour. */
    Palette each(UnaryOperator<Rgb> change) {
        return new Palette(
                change.apply(zenith),
                change.apply(upper),
                change.apply(horizon),
                change.apply(glow),
                change.apply(sun),
                change.apply(ambient),
                change.apply(cloudLit),
                change.apply(cloudShade),
                change.apply(haze),
                change.apply(water));
    }

    /** A surface's colour where nothing but scattered light and a share of the sun reaches it. */
    Rgb lit(Rgb surface, float sunShare) {
        return surface.times(ambient.plus(sun.times(sunShare)));
    }
}
