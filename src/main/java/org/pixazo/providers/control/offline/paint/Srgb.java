package org.pixazo.providers.control.offline.paint;

/** The transfer function of sRGB (IEC 61966-2-1) by tables, as it is needed for every pixel. */
public final class Srgb {

    private static final int STEPS = 4096;
    private static final float[] DECODED = new float[256];
    private static final float[] ENCODED = new float[STEPS + 2];

    static {
        for (int i = 0; i < DECODED.length; i++) {
            double c = i / 255.0;
            DECODED[i] = (float) (c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i < ENCODED.length; i++) {
            // The table is even in the square root, where the eye's steps are about even too.
            double root = Math.min(1.0, i / (double) STEPS);
            double light = root * root;
            double c = light <= 0.0031308 ? light * 12.92 : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
            ENCODED[i] = (float) (c * 255);
        }
    }

    private Srgb() {}

    /** @param code 0 to 255 */
    public static float decode(int code) {
        return DECODED[code];
    }

    /**
     * @param light linear, clipped to 0 to 1
     * @return 0 to 255, not rounded
     */
    public static float encode(float light) {
        if (!(light > 0)) {
            return 0;
        }
        float place = (float) Math.sqrt(Math.min(1f, light)) * STEPS;
        int i = (int) place;
        return ENCODED[i] + (ENCODED[i + 1] - ENCODED[i]) * (place - i);
    }
}
