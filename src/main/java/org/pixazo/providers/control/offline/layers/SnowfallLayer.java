package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Rgb;

/** Falling snow: small sharp flakes in the distance, large blurred ones close to the lens. */
final class SnowfallLayer implements Layer {

    private final Setting setting;

    SnowfallLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("snowfall");
        Rgb snow =
                setting.palette().lit(Rgb.WHITE, setting.night() ? 0.9f : 0.5f).plus(new Rgb(0.1f, 0.1f, 0.12f));
        int flakes = (int) (900 * Math.min(4, canvas.aspect()));
        for (int i = 0; i < flakes; i++) {
            float near = dice.unit();
            near = near * near * near * near;
            float radius = 0.0014f + 0.011f * near;
            float x = dice.unit() * canvas.aspect();
            float y = dice.unit();
            Disc.fill(canvas, x, y, radius, radius, 0.3f + 0.65f * near, (a, b) -> snow, 0.75f - 0.45f * near);
        }
    }
}
