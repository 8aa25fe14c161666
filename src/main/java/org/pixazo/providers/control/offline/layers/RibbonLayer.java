package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;

/** A flow field: ribbons that follow a field of directions made of noise, over a soft gradient. */
final class RibbonLayer implements Layer {

    private static final int RIBBONS = 520;
    private static final int STEPS = 46;

    private final Dice dice;
    private final Noise noise;
    private final Ramp ramp;
    private final float bias;

    RibbonLayer(Dice dice, List<Rgb> colours) {
        this.dice = dice;
        this.noise = new Noise(dice.seed());
        this.ramp = new Ramp(colours);
        this.bias = dice.unit() * 6.2832f;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.rows(0, canvas.height(), row -> {
            for (int column = 0; column < canvas.width(); column++) {
                float t = 0.13f + 0.16f * noise.fbm(canvas.x(column) * 0.7f, canvas.y(row) * 0.7f, 3);
                canvas.set(column, row, ramp.at(t).times(0.75f));
            }
        });
        int count = (int) (RIBBONS * Math.min(3, Math.max(0.6f, canvas.aspect())));
        for (int i = 0; i < count; i++) {
            ribbon(canvas, i / (float) count);
        }
    }

    private void ribbon(Canvas canvas, float layer) {
        float x = dice.between(-0.15f, 1.15f) * canvas.aspect();
        float y = dice.between(-0.15f, 1.15f);
        float width = Curve.mix(0.03f, 0.0035f, layer) * dice.between(0.5f, 1.2f);
        float hue = Curve.clamp(0.5f + 0.55f * noise.fbm(x * 0.8f + 20, y * 0.8f, 2) + dice.between(-0.2f, 0.2f));
        Rgb colour = ramp.at(0.15f + 0.85f * hue);
        float[] xs = new float[2 * STEPS];
        float[] ys = new float[2 * STEPS];
        for (int step = 0; step < STEPS; step++) {
            float angle = bias + 2.6f * noise.fbm(x * 0.75f, y * 0.75f, 2);
            float dx = Curve.cos(angle);
            float dy = Curve.sin(angle);
            float t = step / (float) (STEPS - 1);
            float half = width * (float) Math.sqrt(Math.max(0, 4 * t * (1 - t)));
            xs[step] = x - dy * half;
            ys[step] = y + dx * half;
            xs[2 * STEPS - 1 - step] = x + dy * half;
            ys[2 * STEPS - 1 - step] = y - dx * half;
            x += dx * 0.012f;
            y += dy * 0.012f;
        }
        outline(xs, ys, 0.006f).fill(canvas, Rgb.BLACK, 0.16f);
        outline(xs, ys, 0).fill(canvas, (a, b) -> colour.times(0.8f + 0.35f * noise.at(a * 3, b * 3 + 40)), 0.93f);
    }

    private static Polygon outline(float[] xs, float[] ys, float drop) {
        Polygon outline = new Polygon();
        for (int i = 0; i < xs.length; i++) {
            outline.to(xs[i] + drop, ys[i] + drop);
        }
        return outline;
    }
}
