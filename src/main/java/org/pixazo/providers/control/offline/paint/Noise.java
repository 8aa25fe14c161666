package org.pixazo.providers.control.offline.paint;

/**
 * Simplex noise of two dimensions (Ken Perlin 2001, in the form of Stefan Gustavson's "Simplex noise demystified", 2005),
 * with hashed gradients in place of a permutation table, and its usual sums of octaves.
 */
public final class Noise {

    private static final float SKEW = 0.36602540378f;
    private static final float UNSKEW = 0.21132486540f;
    private static final float[] GRADIENT_X = new float[32];
    private static final float[] GRADIENT_Y = new float[32];

    static {
        for (int i = 0; i < 32; i++) {
            double angle = StrictMath.PI * (i + 0.5) / 16;
            GRADIENT_X[i] = (float) StrictMath.cos(angle);
            GRADIENT_Y[i] = (float) StrictMath.sin(angle);
        }
    }

    private final int seed;

    /** @param seed every seed is another field */
    public Noise(int seed) {
        this.seed = seed;
    }

    /** @return about -1 to 1, smooth, of a wavelength of about 1 */
    public float at(float x, float y) {
        float s = (x + y) * SKEW;
        int i = floor(x + s);
        int j = floor(y + s);
        float t = (i + j) * UNSKEW;
        float x0 = x - (i - t);
        float y0 = y - (j - t);
        int i1 = x0 > y0 ? 1 : 0;
        int j1 = 1 - i1;
        float sum = corner(i, j, x0, y0)
                + corner(i + i1, j + j1, x0 - i1 + UNSKEW, y0 - j1 + UNSKEW)
                + corner(i + 1, j + 1, x0 - 1 + 2 * UNSKEW, y0 - 1 + 2 * UNSKEW);
        return 99.2f * sum;
    }

    /**
     * Fractional Brownian motion: octaves of double frequency and half amplitude.
     *
     * @return about -1 to 1
     */
    public float fbm(float x, float y, int octaves) {
        float sum = 0;
        float amplitude = 0.5f;
        float px = x;
        float py = y;
        for (int o = 0; o < octaves; o++) {
            sum += amplitude * at(px, py);
            amplitude *= 0.5f;
            // Turned by 37 degrees each time, so that the lattices of the octaves do not line up.
            float turned = 1.6f * px - 1.2f * py + 17.3f;
            py = 1.2f * px + 1.6f * py + 9.1f;
            px = turned;
        }
        return sum;
    }

    /**
     * Ridged multifractal (F. Kenton Musgrave, "Texturing and Modeling", chapter 16): sharp crests, each octave rough
     * where the one before is high.
     *
     * @return about 0 to 1
     */
    public float ridged(float x, float y, int octaves) {
        float sum = 0;
        float amplitude = 0.55f;
        float weight = 1;
        float px = x;
        float py = y;
        for (int o = 0; o < octaves; o++) {
            float crest = 1 - Math.abs(at(px, py));
            crest *= crest * weight;
            sum += crest * amplitude;
            weight = Math.min(1, crest * 1.5f);
            amplitude *= 0.4f;
            float turned = 1.6f * px - 1.2f * py + 5.7f;
            py = 1.2f * px + 1.6f * py + 3.3f;
            px = turned;
        }
        return sum;
    }

    private float corner(int i, int j, float x, float y) {
        float t = 0.5f - x * x - y * y;
        if (t <= 0) {
            return 0;
        }
        int h = (seed + i * 0x9E3779B1) ^ j * 0x85EBCA77;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 13) >>> 7 & 31;
        t *= t;
        return t * t * (GRADIENT_X[h] * x + GRADIENT_Y[h] * y);
    }

    private static int floor(float value) {
        int i = (int) value;
        return value < i ? i - 1 : i;
    }
}
