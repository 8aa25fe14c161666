package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;

/** Rolling hills, each row a little higher on the picture than the one before. */
final class HillRelief implements Relief {

    private final Noise noise;
    private final float shift;
    private final float start;
    private final float tall;

    /**
     * @param start distance at which the land rises
     * @param tall height of the hills as a share of their distance
     */
    HillRelief(Dice dice, float start, float tall) {
        this.noise = new Noise(dice.seed());
        this.shift = dice.between(0, 400);
        this.start = start;
        this.tall = tall;
    }

    @Override
    public float height(float x, float z) {
        return shape(x, z) + 0.004f * z * noise.fbm((x + shift) * 0.9f, z * 0.9f, 3);
    }

    @Override
    public float coarse(float x, float z) {
        return shape(x, z);
    }

    private float shape(float x, float z) {
        float u = (x + shift) * 0.036f;
        float v = z * 0.058f;
        float roll = 0.5f + 0.75f * noise.at(u, v) + 0.22f * noise.at(u * 2.3f + 5, v * 2.1f);
        float rise = Curve.smooth(start, start + 9, z);
        float bay = z + 2.4f * noise.at((x + shift) * 0.13f, 3);
        float near = 0.12f * noise.at((x + shift) * 0.3f, z * 0.3f) + 0.3f;
        return near * Curve.smooth(start - 2.5f, start + 2, bay)
                - 0.1f
                + Math.max(-0.2f, roll) * tall * Math.min(z, 60) * rise;
    }
}
