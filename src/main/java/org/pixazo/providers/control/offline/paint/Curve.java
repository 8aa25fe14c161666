package org.pixazo.providers.control.offline.paint;

/** Curves for weights and falloffs, of basic arithmetic only: fast, and the same on every machine. */
public final class Curve {

    private Curve() {}

    /** @return the value held between 0 and 1 */
    public static float clamp(float value) {
        return value < 0 ? 0 : Math.min(value, 1);
    }

    /** 0 below {@code from}, 1 above {@code to}, between them Hermite's {@code 3t² - 2t³}. */
    public static float smooth(float from, float to, float value) {
        float t = clamp((value - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    /**
     * About {@code exp(-x)} for x from 0: the reciprocal of the series of {@code exp(x)} up to the fourth power; the
     * error stays under 0.005.
     */
    public static float decay(float x) {
        return x <= 0 ? 1 : 1 / (1 + x * (1 + x * (0.5f + x * (1 / 6f + x * (1 / 24f)))));
    }

    /** A bell of height 1 that falls to a fifth at {@code width}. */
    public static float bell(float distance, float width) {
        float t = distance / width;
        float base = 1 / (1 + t * t * 1.236f);
        return base * base;
    }

    /** @return {@code a} for share 0, {@code b} for share 1 */
    public static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    /** The sine, slow and exact: for set-up, not for every pixel. */
    public static float sin(float angle) {
        return (float) StrictMath.sin(angle);
    }

    /** The cosine, slow and exact: for set-up, not for every pixel. */
    public static float cos(float angle) {
        return (float) StrictMath.cos(angle);
    }
}
