package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;

/** Folds like silk or poured paint: a gradient warped twice, lit as if it had height, with gold veins. */
final class MarbleLayer implements Layer {

    private final Noise noise;
    private final Ramp ramp;
    private final Rgb vein;
    private final float scale;
    private final float shift;
    private final float dx;
    private final float dy;

    MarbleLayer(Dice dice, List<Rgb> colours) {
        this.noise = new Noise(dice.seed());
        this.ramp = new Ramp(colours);
        this.vein = colours.get(3).mix(Rgb.of(0xF0D9A0), 0.5f);
        this.scale = dice.between(0.75f, 1.15f);
        this.shift = dice.between(0, 50);
        float angle = dice.unit() * 6.2832f;
        this.dx = Curve.cos(angle);
        this.dy = Curve.sin(angle);
    }

    @Override
    public void paint(Canvas canvas) {
        float[] before = new float[canvas.width()];
        canvas.rows(0, canvas.height(), row -> {
            float left = 0;
            for (int column = 0; column < canvas.width(); column++) {
                float u = canvas.x(column) * scale + shift;
                float v = canvas.y(row) * scale;
                float qx = noise.fbm(u * 0.9f, v * 0.9f, 3);
                float qy = noise.fbm(u * 0.9f + 4.7f, v * 0.9f + 2.1f, 3);
                float fold = noise.fbm(u + 1.25f * qx, v + 1.25f * qy, 3) + 0.5f * qx;
                float slopeX = column == 0 ? 0 : (fold - left) * canvas.height();
                float slopeY = row == 0 ? 0 : (fold - before[column]) * canvas.height();
                left = fold;
                before[column] = fold;
                float t = 0.5f + 0.62f * fold + 0.3f * qy + 0.16f * ((u - shift) * dx + v * dy - 0.3f);
                float light = Curve.clamp(0.55f - 0.05f * (slopeX * 0.7f + slopeY));
                Rgb colour = ramp.at(t).times(0.55f + 0.85f * light);
                float gloss = Curve.smooth(0.72f, 1, light);
                float line = Curve.bell(fold - 0.16f + 0.1f * qy, 0.006f + 0.02f * Math.abs(qx));
                canvas.set(
                        column,
                        row,
                        colour.plus(Rgb.WHITE.times(0.18f * gloss)).mix(vein.times(0.5f + light), line * 0.8f));
            }
        });
    }
}
