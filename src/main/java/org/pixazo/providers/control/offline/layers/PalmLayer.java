package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;

/** Palms that lean into the picture from one side. */
final class PalmLayer implements Layer {

    private final Setting setting;

    PalmLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("palms");
        boolean left = setting.sunX() > canvas.aspect() / 2;
        int count = 2 + dice.below(2);
        for (int i = 0; i < count; i++) {
            float inset = 0.03f + 0.13f * i + dice.between(-0.02f, 0.05f);
            float x = left ? inset : canvas.aspect() - inset;
            palm(canvas, dice, x, dice.between(1.0f, 1.06f), dice.between(0.5f, 0.78f), left ? 1 : -1);
        }
    }

    private void palm(Canvas canvas, Dice dice, float x, float foot, float height, float lean) {
        Rgb bark = setting.palette().lit(Rgb.of(0x5A4430), 0.14f);
        float bend = lean * height * dice.between(0.12f, 0.34f);
        Polygon trunk = new Polygon();
        for (int i = 0; i <= 24; i++) {
            float t = i / 24f;
            trunk.to(x + bend * t * t - width(height, t, i), foot - height * t);
        }
        for (int i = 24; i >= 0; i--) {
            float t = i / 24f;
            trunk.to(x + bend * t * t + width(height, t, i), foot - height * t);
        }
        trunk.fill(canvas, bark, 1);
        int fronds = 13;
        for (int i = 0; i < fronds; i++) {
            float angle = 3.3f + (i + dice.between(-0.3f, 0.3f)) * 5.9f / fronds;
            frond(canvas, dice, x + bend, foot - height, height * dice.between(0.34f, 0.48f), angle);
        }
    }

    private static float width(float height, float t, int ring) {
        return height * (0.021f - 0.011f * t) * (ring % 2 == 0 ? 1.12f : 0.95f);
    }

    private void frond(Canvas canvas, Dice dice, float x, float y, float length, float angle) {
        Rgb leaf = setting.palette().lit(Rgb.of(0x3F6A38), dice.between(0.02f, 0.35f));
        float dx = Curve.cos(angle);
        float dy = Curve.sin(angle) * 0.75f;
        int parts = 22;
        Polygon outline = new Polygon().to(x, y);
        for (int side = 1; side >= -1; side -= 2) {
            for (int k = 0; k <= parts; k++) {
                int i = side > 0 ? k : parts - k;
                float t = i / (float) parts;
                float px = x + dx * length * t;
                float py = y + dy * length * t + length * 0.62f * t * t;
                float leaflet = length * 0.27f * (1 - t) * Curve.smooth(0, 0.12f, t) * dice.between(0.7f, 1.1f);
                outline.to(px + side * leaflet * 0.25f * dx, py + (side > 0 ? leaflet * 1.1f : -leaflet * 0.3f));
                outline.to(px, py);
            }
        }
        outline.fill(canvas, leaf, 1);
    }
}
