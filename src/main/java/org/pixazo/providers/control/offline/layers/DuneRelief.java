package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;

/** Dunes: long crests across the wind, a gentle side and a steep one, fine ripples on both. */
final class DuneRelief implements Relief {

    private final Noise noise;
    private final float shift;
    private final float turn;

    DuneRelief(Dice dice) {
        this.noise = new Noise(dice.seed());
        this.shift = dice.between(0, 300);
        this.turn = dice.between(-0.7f, 0.7f);
    }

    @Override
    public float height(float x, float z) {
        float ripple = noise.at(x * 2.2f + z * 0.8f + shift, z * 7 - x * turn * 4);
        return coarse(x, z) + 0.006f * ripple * Curve.smooth(14, 3, z);
    }

    @Override
    public float coarse(float x, float z) {
        float u = (x + shift) * 0.026f;
        float v = z * 0.05f + x * 0.026f * turn;
        float bend = noise.at(u * 0.7f + 3, v * 0.5f) * 0.6f;
        float large = crest(noise.at(u + bend, v + bend));
        float small = crest(noise.at(u * 2.6f + 9, v * 2.3f + bend * 2));
        float rise = Curve.smooth(1.5f, 13, z);
        return (large * 0.17f + small * 0.024f) * Math.min(z, 45) * rise * Curve.smooth(95, 50, z)
                + small * 0.3f * (1 - rise);
    }

    /** A sharp edge where the noise passes zero, with a slope of another steepness on each side. */
    private static float crest(float value) {
        float soft = (float) Math.sqrt(value * value + 0.006f);
        return Curve.clamp(value > 0 ? 1 - soft * 1.1f : 1 - soft * 1.9f);
    }
}
