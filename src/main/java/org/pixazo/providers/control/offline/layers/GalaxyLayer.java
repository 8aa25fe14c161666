package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;

/** A spiral galaxy of two arms: logarithmic spirals, broken up by noise, around an old yellow core. */
final class GalaxyLayer implements Layer {

    private static final Rgb CORE = Rgb.of(0xFFE0B0);
    private static final Rgb ARM = Rgb.of(0x7FA8FF);
    private static final Rgb BIRTH = Rgb.of(0xFF6FA0);

    private final Setting setting;

    GalaxyLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("galaxy");
        Noise noise = new Noise(dice.seed());
        float cx = canvas.aspect() * dice.between(0.42f, 0.58f);
        float cy = dice.between(0.44f, 0.56f);
        float size = Math.min(1, canvas.aspect()) * dice.between(0.5f, 0.62f);
        float tilt = dice.between(-0.6f, 0.6f);
        float squash = dice.between(1.7f, 2.6f);
        float wind = dice.chance(0.5f) ? 3.4f : -3.4f;
        canvas.rows(0, canvas.height(), row -> {
            for (int column = 0; column < canvas.width(); column++) {
                float dx = (canvas.x(column) - cx) / size;
                float dy = (canvas.y(row) - cy) / size;
                float u = dx * Curve.cos(tilt) + dy * Curve.sin(tilt);
                float v = (dy * Curve.cos(tilt) - dx * Curve.sin(tilt)) * squash;
                float r = (float) Math.sqrt(u * u + v * v);
                if (r < 1.4f) {
                    canvas.shine(column, row, light(noise, u, v, r, wind), 1);
                }
            }
        });
        Disc.glow(canvas, cx, cy, size * 0.45f, CORE, 0.9f);
        Disc.glow(canvas, cx, cy, size * 0.16f, CORE, 1.4f);
    }

    private static Rgb light(Noise noise, float u, float v, float r, float wind) {
        double angle = StrictMath.atan2(v, u) - wind * StrictMath.log(r + 0.08);
        float rough = noise.fbm(u * 3.4f, v * 3.4f, 5);
        float arm = 0.5f + 0.5f * (float) StrictMath.cos(2 * angle + rough * 2.2f);
        float lane = 0.5f + 0.5f * (float) StrictMath.cos(2 * angle + 1.1f + rough * 3);
        float fade = Curve.decay(r * 2.6f) * Curve.smooth(1.4f, 0.8f, r);
        float glow = fade
                * (0.16f + arm * arm * 1.5f)
                * (0.75f + 0.7f * rough)
                * (1 - 0.5f * lane * Curve.smooth(0.1f, 0.4f, r));
        Rgb colour = CORE.mix(ARM, Curve.smooth(0.05f, 0.5f, r));
        float knots = Curve.smooth(0.42f, 0.7f, noise.fbm(u * 11 + 4, v * 11, 4)) * arm * fade;
        return colour.times(Math.max(0, glow)).plus(BIRTH.times(knots * 1.6f));
    }
}
