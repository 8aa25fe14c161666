package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;

/** A sailing boat with main sail and jib, and its image in the water. */
final class BoatLayer implements Layer {

    private final Setting setting;

    BoatLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("boat");
        float x = Curve.mix(canvas.aspect() * 0.5f, setting.sunX(), dice.between(-0.6f, 0.7f));
        float y = setting.horizon() + dice.between(0.1f, 0.17f);
        float size = dice.between(0.17f, 0.24f);
        draw(canvas, x, y, size, -0.55f, 0.32f);
        draw(canvas, x, y, size, 1, 1);
    }

    /** @param up 1 for the boat, negative for its image */
    private void draw(Canvas canvas, float x, float y, float size, float up, float opacity) {
        Palette p = setting.palette();
        var asked = setting.scene().coloursOf(Element.BOAT);
        Rgb sail = p.lit(asked.isEmpty() ? Rgb.of(0xF4EEE2) : asked.get(0), 0.42f);
        Rgb hull = p.lit(Rgb.of(0x5A2E22), 0.2f);
        Polygon main = new Polygon().to(x + size * 0.02f, y - size * 0.98f * up);
        for (int i = 0; i <= 8; i++) {
            float t = i / 8f;
            main.to(x + size * (0.05f + 0.4f * t + 0.13f * t * (1 - t)), y - size * up * (0.98f - 0.84f * t));
        }
        main.to(x + size * 0.02f, y - size * 0.14f * up);
        main.fill(canvas, (px, py) -> sail.times(1.02f - 0.5f * Curve.clamp((px - x) / size)), opacity);
        new Polygon()
                .to(x - size * 0.02f, y - size * 0.88f * up)
                .to(x - size * 0.02f, y - size * 0.16f * up)
                .to(x - size * 0.34f, y - size * 0.12f * up)
                .fill(canvas, (px, py) -> sail.times(0.72f + 0.3f * Curve.clamp((px - x) / size + 0.4f)), opacity);
        Polygon.box(x - size * 0.012f, Math.min(y, y - size * up), x + size * 0.012f, Math.max(y, y - size * up))
                .fill(canvas, hull, opacity);
        new Polygon()
                .to(x - size * 0.42f, y - size * 0.1f * up)
                .to(x + size * 0.46f, y - size * 0.085f * up)
                .to(x + size * 0.36f, y)
                .to(x - size * 0.3f, y)
                .fill(canvas, hull, opacity);
    }
}
