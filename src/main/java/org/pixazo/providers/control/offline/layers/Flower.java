package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;

/** One flower seen from the side above: a stem, a ring of petals, a heart. */
final class Flower {

    private Flower() {}

    /** @param stem its length in frame units, which also scales the head */
    static void draw(Canvas canvas, Dice dice, Setting setting, float x, float y, float stem, Rgb hue) {
        Palette p = setting.palette();
        float radius = Math.max(0.0022f, stem * dice.between(0.2f, 0.3f));
        Rgb petal = p.lit(hue, dice.between(0.34f, 0.62f));
        if (radius * canvas.height() < 3) {
            Disc.fill(canvas, x, y, radius, radius * 0.75f, 0.4f, (a, b) -> petal, 0.95f);
            return;
        }
        float bend = stem * dice.between(-0.12f, 0.12f);
        float thick = stem * 0.014f;
        new Polygon()
                .to(x - thick, y)
                .to(x + thick, y)
                .to(x + bend + thick, y + stem)
                .to(x + bend - thick, y + stem)
                .fill(canvas, p.lit(Rgb.of(0x3E5E28), 0.18f), 1);
        int petals = 5 + dice.below(4);
        float turn = dice.unit() * 6.28f;
        float tilt = dice.between(0.5f, 0.85f);
        for (int i = 0; i < petals; i++) {
            float angle = turn + i * 6.2832f / petals;
            petal(
                    canvas,
                    x,
                    y,
                    radius,
                    angle,
                    tilt,
                    petal.times(0.72f + 0.36f * Curve.clamp(0.5f - 0.5f * Curve.sin(angle))));
        }
        boolean golden = hue.b() < 0.2f && hue.g() > 0.4f;
        Rgb heart = p.lit(golden ? Rgb.of(0x5A3418) : Rgb.of(0xE8B830), 0.4f);
        Disc.fill(canvas, x, y, radius * 0.3f, radius * 0.3f * tilt, 0.2f, (a, b) -> heart, 1);
    }

    private static void petal(Canvas canvas, float x, float y, float radius, float angle, float tilt, Rgb colour) {
        float dx = Curve.cos(angle);
        float dy = Curve.sin(angle);
        Polygon outline = new Polygon().to(x, y);
        for (int i = 1; i < 12; i++) {
            float t = i / 12f;
            float along = i < 6 ? t * 2 : 2 - t * 2;
            float side = (i < 6 ? 1 : i == 6 ? 0 : -1)
                    * 0.42f
                    * (float) Math.sqrt(Math.max(0, along * (1.06f - along)))
                    * 1.3f;
            float px = radius * (dx * along - dy * side);
            float py = radius * (dy * along + dx * side);
            outline.to(x + px, y + py * tilt);
        }
        outline.fill(
                canvas,
                (a, b) -> colour.times(0.7f + 0.4f * Curve.clamp((Math.abs(a - x) + Math.abs(b - y)) / radius)),
                0.97f);
    }
}
