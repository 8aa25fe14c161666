package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;

/** Alpine ranges beyond a foreland: ridged noise, warped so that valleys wind. */
final class MountainRelief implements Relief {

    private final Noise noise;
    private final float steepness;
    private final float start;
    private final float shift;

    /** @param start distance at which the land rises */
    MountainRelief(Dice dice, float start) {
        this.noise = new Noise(dice.seed());
        this.steepness = dice.between(0.4f, 0.5f);
        this.shift = dice.between(0, 400);
        this.start = start;
    }

    @Override
    public float height(float x, float z) {
        return shape(x, z, 8, 4);
    }

    @Override
    public float coarse(float x, float z) {
        return shape(x, z, 3, 1);
    }

    private float shape(float x, float z, int octaves, int knolls) {
        float u = (x + shift) * 0.0155f;
        float v = z * 0.0155f;
        float warp = noise.at(u * 0.8f, v * 0.8f + 40) * 0.35f;
        float crest = noise.ridged(u + warp, v - warp, octaves) - 0.12f;
        float bay = z + 2.6f * noise.at((x + shift) * 0.13f, 3);
        float rise = Curve.smooth(start, start + 30, z);
        float foreland = 0.05f * z * (0.3f + noise.fbm(u * 5.5f + 11, v * 5.5f, knolls));
        float beach = 0.35f * Curve.smooth(start - 2.5f, start + 3, bay) - 0.1f;
        return beach + foreland * Curve.smooth(start - 1, start + 8, bay) + crest * steepness * Math.min(z, 55) * rise;
    }
}
