package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;

/** Sheets of cut paper, one above the other, each throwing a soft shadow on the next. */
final class PaperLayer implements Layer {

    private static final int SHEETS = 9;

    private final Noise noise;
    private final Noise fibres;
    private final Ramp ramp;
    private final float cx;
    private final float cy;
    private final float shift;

    PaperLayer(Dice dice, List<Rgb> colours) {
        this.noise = new Noise(dice.seed());
        this.fibres = new Noise(dice.seed());
        this.ramp = new Ramp(colours);
        this.cx = dice.between(0.25f, 0.75f);
        this.cy = dice.between(0.3f, 0.7f);
        this.shift = dice.between(0, 90);
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.rows(0, canvas.height(), row -> {
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float y = canvas.y(row);
                float level = level(x, y, canvas.aspect());
                float lit = level(x - 0.018f, y - 0.03f, canvas.aspect());
                canvas.set(column, row, sheet(level, lit, x, y, canvas.height()));
            }
        });
    }

    private float level(float x, float y, float aspect) {
        float dx = x - cx * aspect;
        float dy = y - cy;
        float away = (float) Math.sqrt(dx * dx + dy * dy) / Math.max(0.8f, aspect * 0.8f);
        float u = x * 1.15f + shift;
        float v = y * 1.15f;
        float bend = 0.3f * noise.at(u, v) + 0.11f * noise.at(u * 2.1f + 7, v * 2.1f);
        return Math.max(0, Math.min(SHEETS - 0.001f, (1.02f - 0.95f * away + bend) * SHEETS * 0.85f));
    }

    private Rgb sheet(float level, float lit, float x, float y, int height) {
        int index = (int) level;
        float inside = level - index;
        // Level changes by about SHEETS a unit, so this is one to two pixels of smoothing at the cut.
        float blend = Curve.clamp(inside * height / (SHEETS * 1.8f));
        Rgb upper = shade(index, lit, x, y);
        return index == 0 || blend >= 1 ? upper : shade(index - 1, lit, x, y).mix(upper, blend);
    }

    private Rgb shade(int index, float lit, float x, float y) {
        // Outer sheets lie higher: what is higher towards the light casts the shadow.
        float depth = index + 0.0f - lit;
        float shadow = Curve.smooth(-0.05f, 0.42f, depth) * 0.55f;
        float fibre = 1 + 0.03f * fibres.fbm(x * 60, y * 60, 2);
        return ramp.at(1 - index / (float) (SHEETS - 1)).times((1 - shadow) * fibre);
    }
}
