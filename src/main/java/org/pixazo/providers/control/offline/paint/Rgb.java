package org.pixazo.providers.control.offline.paint;

/**
 * A colour in linear light with the primaries of sRGB.
 *
 * @param r red, 0 for none, 1 for the display's white; more for lights
 * @param g green, likewise
 * @param b blue, likewise
 */
public record Rgb(float r, float g, float b) {

    /** No light. */
    public static final Rgb BLACK = new Rgb(0, 0, 0);

    /** The display's white. */
    public static final Rgb WHITE = new Rgb(1, 1, 1);

    /** @param code an sRGB colour as in CSS, {@code 0xRRGGBB} */
    public static Rgb of(int code) {
        return new Rgb(Srgb.decode(code >> 16 & 255), Srgb.decode(code >> 8 & 255), Srgb.decode(code & 255));
    }

    /** @param share 0 for this colour, 1 for the other */
    public Rgb mix(Rgb other, float share) {
        return new Rgb(r + (other.r - r) * share, g + (other.g - g) * share, b + (other.b - b) * share);
    }

    /** This colour made brighter or darker by a factor. */
    public Rgb times(float factor) {
        return new Rgb(r * factor, g * factor, b * factor);
    }

    /** This surface in that light. */
    public Rgb times(Rgb light) {
        return new Rgb(r * light.r, g * light.g, b * light.b);
    }

    /** Both lights together. */
    public Rgb plus(Rgb other) {
        return new Rgb(r + other.r, g + other.g, b + other.b);
    }

    /** Relative luminance by ITU-R BT.709. */
    public float luminance() {
        return 0.2126f * r + 0.7152f * g + 0.0722f * b;
    }

    /**
     * This colour pulled towards the hue of another at its own luminance, so that light and shade stay where they are.
     *
     * @param share 0 for none, 1 for the hue altogether
     */
    public Rgb tinted(Rgb hue, float share) {
        float scale = luminance() / Math.max(0.02f, hue.luminance());
        return mix(hue.times(scale), share);
    }

    /** @param amount 0 for grey, 1 for unchanged, more for stronger */
    public Rgb saturated(float amount) {
        float grey = luminance();
        return new Rgb(
                Math.max(0, grey + (r - grey) * amount),
                Math.max(0, grey + (g - grey) * amount),
                Math.max(0, grey + (b - grey) * amount));
    }
}
