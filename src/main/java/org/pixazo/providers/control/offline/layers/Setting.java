package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Hour;
import org.pixazo.providers.control.offline.scene.Scene;

/**
 * What all layers of one picture agree on.
 *
 * @param scene what to show
 * @param palette in which colours
 * @param dice where each layer gets dice of its own, by name
 * @param aspect width in frame units
 * @param horizon height of the horizon in frame units
 * @param sunX place of the sun or moon in frame units; may be outside
 * @param sunY likewise
 */
record Setting(Scene scene, Palette palette, Dice dice, float aspect, float horizon, float sunX, float sunY) {

    static Setting of(Scene scene, Dice dice, float aspect) {
        Dice own = dice.of("setting");
        float horizon = own.between(0.56f, 0.66f);
        if (scene.has(Element.MEADOW, Element.DESERT) && !scene.hasWater()) {
            horizon = own.between(0.47f, 0.56f);
        }
        boolean left = own.chance(0.5f);
        float third = own.between(0.2f, 0.42f) * aspect;
        float x = left ? third : aspect - third;
        boolean low = scene.hour() == Hour.SUNSET || scene.hour() == Hour.DAWN;
        float y = low ? horizon - own.between(0.05f, 0.17f) : own.between(0.13f, 0.26f);
        if (low && scene.has(Element.MOUNTAINS, Element.FOREST, Element.CITY)) {
            y -= 0.08f;
        }
        return new Setting(scene, Palettes.of(scene, dice.of("palette")), dice, aspect, horizon, x, y);
    }

    /** True where the sun or moon is to be seen. */
    boolean sunVisible() {
        return scene.has(Element.SUN, Element.MOON);
    }

    /** True for the light of the moon. */
    boolean night() {
        return scene.hour() == Hour.NIGHT;
    }

    /** 1 at the sun, falling with the distance from it; upright ellipse, as light spreads along the horizon. */
    float sunNear(float x, float y, float width) {
        float dx = (x - sunX) * 0.7f;
        float dy = y - sunY;
        return Curve.bell((float) Math.sqrt(dx * dx + dy * dy), width);
    }

    /** The colour of the clear sky, without sun and clouds. */
    Rgb skyAt(float x, float y) {
        float up = Curve.clamp((horizon - y) / horizon);
        Rgb base = up < 0.42f
                ? palette.horizon().mix(palette.upper(), Curve.smooth(-0.06f, 0.42f, up))
                : palette.upper().mix(palette.zenith(), Curve.smooth(0.36f, 1.15f, up));
        if (scene.has(Element.STORM)) {
            return base;
        }
        float strength = night() ? 0.24f : scene.hour() == Hour.DAY ? 0.3f : 0.75f;
        return base.mix(palette.glow(), strength * sunNear(x, y, night() ? 0.26f : 0.42f));
    }

    /** What distance fades into in that direction. */
    Rgb hazeAt(float x) {
        float near = sunNear(x, sunY, 0.5f);
        return palette.haze().mix(palette.glow(), near * (night() ? 0.12f : 0.3f));
    }
}
