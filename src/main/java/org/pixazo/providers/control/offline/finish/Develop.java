package org.pixazo.providers.control.offline.finish;

import java.util.Set;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Hash;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.paint.Srgb;
import org.pixazo.providers.control.offline.scene.Style;

/** Makes 8-bit pixels of light: bloom, tone curve, grade, vignette, grain and dither. */
final class Develop {

    private static final float SHOULDER = 0.62f;
    private static final float BLOOM = 0.5f;

    private final Grade grade;
    private final float grain;
    private final float vignette;
    private final int seed;

    /** @param grainy false where a filter follows that would make blots of grain */
    Develop(Set<Style> styles, boolean grainy, int seed) {
        boolean old = styles.contains(Style.VINTAGE) || styles.contains(Style.NOIR);
        this.grade = new Grade(styles);
        this.grain = !grainy ? 0 : old ? 7f : 1.6f;
        this.vignette =
                styles.contains(Style.PASTEL) || styles.contains(Style.WATERCOLOR) ? 0.04f : old ? 0.34f : 0.17f;
        this.seed = seed;
    }

    /** @return three bytes a pixel */
    byte[] apply(Canvas canvas) {
        Bloom bloom = new Bloom(canvas);
        float[] light = canvas.light();
        byte[] rgb = new byte[light.length];
        canvas.rows(0, canvas.height(), row -> {
            float dy = 2 * canvas.y(row) - 1;
            for (int column = 0; column < canvas.width(); column++) {
                float dx = 2 * canvas.x(column) / canvas.aspect() - 1;
                float away = dx * dx + dy * dy;
                float dim = 1 - vignette * away * away * 0.5f - vignette * 0.25f * away;
                int i = 3 * (row * canvas.width() + column);
                Rgb developed = grade.apply(new Rgb(
                        tone((light[i] + BLOOM * bloom.at(column, row, 0)) * dim),
                        tone((light[i + 1] + BLOOM * bloom.at(column, row, 1)) * dim),
                        tone((light[i + 2] + BLOOM * bloom.at(column, row, 2)) * dim)));
                int h = Hash.at(seed, column, row);
                float noise = grain * (Hash.unit(h) + Hash.unit(h * 0x9E3779B1) - 1);
                rgb[i] = code(developed.r(), noise, h);
                rgb[i + 1] = code(developed.g(), noise, h * 31);
                rgb[i + 2] = code(developed.b(), noise, h * 961);
            }
        });
        return rgb;
    }

    /** Straight up to the shoulder, then {@code 1 - 1/(1+x)}-like towards white, with the same slope where they meet. */
    static float tone(float light) {
        if (light <= SHOULDER) {
            return light;
        }
        float over = (light - SHOULDER) / (1 - SHOULDER);
        return SHOULDER + (1 - SHOULDER) * over / (1 + over);
    }

    private static byte code(float light, float noise, int hash) {
        // Half a step of noise before rounding hides the steps of 8 bits in smooth skies.
        float value = Srgb.encode(light) + noise + Hash.unit(hash ^ hash >>> 7);
        return (byte) Math.max(0, Math.min(255, (int) value));
    }
}
