package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;

/** Rain as slanting streaks, many fine ones far away and a few long ones near by. */
final class RainLayer implements Layer {

    private final Setting setting;

    RainLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("rain");
        float slant = dice.between(-0.22f, 0.22f);
        Rgb water = setting.palette().horizon().mix(Rgb.WHITE, 0.45f).times(setting.night() ? 0.6f : 1);
        int drops = (int) (900 * Math.min(4, canvas.aspect()));
        for (int i = 0; i < drops; i++) {
            float near = dice.unit() * dice.unit();
            float length = 0.02f + 0.13f * near;
            float width = 0.0006f + 0.0016f * near;
            float x = dice.between(-0.1f, 1.1f) * canvas.aspect();
            float y = dice.between(-0.1f, 1);
            new Polygon()
                    .to(x, y)
                    .to(x + width, y)
                    .to(x + width + slant * length, y + length)
                    .to(x + slant * length, y + length)
                    .fill(canvas, water, 0.1f + 0.16f * dice.unit());
        }
    }
}
