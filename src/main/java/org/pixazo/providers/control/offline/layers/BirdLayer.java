package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;

/** A loose flock, wings at different beats. */
final class BirdLayer implements Layer {

    private final Setting setting;

    BirdLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("birds");
        float cx = canvas.aspect() - setting.sunX();
        float cy = setting.horizon() * dice.between(0.3f, 0.5f);
        Rgb colour = setting.palette().zenith().times(0.18f);
        int count = 8 + dice.below(8);
        for (int i = 0; i < count; i++) {
            float x = cx + dice.between(-0.26f, 0.26f);
            float y = cy + dice.between(-0.12f, 0.12f);
            bird(
                    canvas,
                    x,
                    y,
                    dice.between(0.009f, 0.021f),
                    dice.between(-0.25f, 0.85f),
                    dice.between(-0.3f, 0.3f),
                    colour);
        }
    }

    private static void bird(Canvas canvas, float x, float y, float span, float beat, float roll, Rgb colour) {
        Polygon outline = new Polygon();
        int parts = 8;
        for (int edge = 0; edge < 2; edge++) {
            for (int k = -parts; k <= parts; k++) {
                float t = (edge == 0 ? k : -k) / (float) parts;
                float out = Math.abs(t);
                float lift = (0.9f * out - 0.85f * out * out) * (0.5f + beat) + 0.22f * beat * out;
                float thick = edge == 0 ? 0 : 0.17f * (1 - out) * (1 - out) + 0.07f * (1 - out);
                outline.to(x + t * span * (1 - 0.12f * Curve.clamp(beat)), y - span * (lift - thick - roll * t));
            }
        }
        outline.fill(canvas, colour, 0.88f);
    }
}
