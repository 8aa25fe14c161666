package org.pixazo.providers.control.offline.finish;

import java.util.Set;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Style;

/** The last change of colours, in linear light after the tone curve: what a style does to a print. */
final class Grade {

    private static final Rgb SEPIA = Rgb.of(0xB89468);

    private final Set<Style> styles;

    Grade(Set<Style> styles) {
        this.styles = styles;
    }

    Rgb apply(Rgb colour) {
        Rgb result = colour;
        if (styles.contains(Style.NOIR)) {
            float grey = (float) Math.sqrt(0.34f * colour.r() + 0.5f * colour.g() + 0.16f * colour.b());
            float steep = grey * grey * (1.5f * grey + (1 - grey) * 0.75f) * 1.05f;
            result = new Rgb(steep, steep, steep * 1.015f);
        }
        if (styles.contains(Style.VINTAGE)) {
            result = result.saturated(0.72f).tinted(SEPIA, 0.5f).times(0.84f).plus(new Rgb(0.026f, 0.019f, 0.016f));
        }
        if (styles.contains(Style.PASTEL)) {
            result = result.saturated(0.8f).times(0.72f).plus(new Rgb(0.2f, 0.18f, 0.195f));
        }
        if (styles.contains(Style.NEON)) {
            result = result.saturated(1.3f).times(0.9f + 0.4f * Curve.clamp(result.luminance()));
        }
        if (styles.contains(Style.WATERCOLOR)) {
            result = result.times(0.9f).plus(new Rgb(0.06f, 0.058f, 0.054f)).saturated(1.25f);
        }
        return result;
    }
}
