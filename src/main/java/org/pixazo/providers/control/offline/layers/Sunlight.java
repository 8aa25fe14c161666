package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Hour;

/** How bright and of what colour a place of the land is: Lambert's cosine law, cast shadows, haze with distance. */
final class Sunlight {

    private static final int SHADOW_STEPS = 4;

    private final Setting setting;
    private final Relief relief;
    private final Ground ground;
    private final Grove grove;
    private final float toX;
    private final float toY;
    private final float toZ;
    private final float haze;
    private final float fineness;

    Sunlight(Setting setting, Relief relief, Ground ground, Grove grove) {
        this.setting = setting;
        this.relief = relief;
        this.ground = ground;
        this.grove = grove;
        boolean low = setting.scene().hour() == Hour.SUNSET || setting.scene().hour() == Hour.DAWN;
        float side = setting.sunX() < setting.aspect() / 2 ? -1 : 1;
        // Truly behind the mountains the sun would leave all that we see in the dark; painters cheat here too.
        float x = side * 0.82f;
        float y = low ? 0.3f : 0.62f;
        float z = -0.34f;
        float length = (float) Math.sqrt(x * x + y * y + z * z);
        this.toX = x / length;
        this.toY = y / length;
        this.toZ = z / length;
        // Coarser than a step, so that the light on a crest does not flicker with the step that happens to hit it.
        this.fineness = setting.scene().has(Element.DESERT) ? 0.014f : 0.008f;
        this.haze = setting.scene().has(Element.FOG, Element.SNOWFALL, Element.RAIN)
                ? 0.034f
                : setting.scene().has(Element.DESERT) ? 0.019f : low ? 0.012f : 0.010f;
    }

    /**
     * @param frameX column in frame units
     * @param height of the ground without the tree
     * @param tree how high the tree on it is, 0 for none
     */
    Rgb at(float frameX, float x, float z, float height, float tree) {
        float step = Math.max(0.012f, z * fineness);
        float here = height + tree;
        float slopeX = (raised(x + step, z) - here) / step;
        float slopeZ = (raised(x, z + step) - here) / step;
        float flat = 1 / (float) Math.sqrt(1 + slopeX * slopeX + slopeZ * slopeZ);
        float facing = Math.max(0, (toY - slopeX * toX - slopeZ * toZ) * flat);
        Rgb surface = tree > 0 ? grove.colour(x, z, tree) : ground.at(x, z, height, flat);
        float sun = facing > 0 ? facing * shadow(x, z, here) : 0;
        Palette p = setting.palette();
        Rgb lit = surface.times(
                p.ambient().times(0.45f + 0.55f * flat).plus(p.sun().times(sun)));
        float depth = Math.max(0, z - 4) * haze;
        float fog = (1 - Curve.decay(depth)) * (1 - 0.35f * Curve.smooth(0, 14, height));
        return lit.mix(setting.hazeAt(frameX), fog);
    }

    private float raised(float x, float z) {
        float height = relief.height(x, z);
        return height + grove.height(x, z, height);
    }

    private float shadow(float x, float z, float height) {
        float open = 1;
        float way = Math.max(0.25f, z * 0.02f);
        for (int i = 0; i < SHADOW_STEPS; i++) {
            float above = height + toY * way - relief.coarse(x + toX * way, z + toZ * way);
            open = Math.min(open, 0.5f + above / (way * 0.22f));
            way *= 2.2f;
        }
        return Curve.clamp(open);
    }
}
