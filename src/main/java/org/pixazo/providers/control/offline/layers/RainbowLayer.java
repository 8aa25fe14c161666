package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Rgb;

/** A rainbow opposite the sun, red outside, with a faint secondary bow in reverse. */
final class RainbowLayer implements Layer {

    private final Setting setting;

    RainbowLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        float cx = setting.aspect() - setting.sunX();
        float cy = setting.horizon() + 0.12f;
        canvas.rows(0, canvas.row(setting.horizon()) + 1, row -> {
            for (int column = 0; column < canvas.width(); column++) {
                float dx = canvas.x(column) - cx;
                float dy = canvas.y(row) - cy;
                float r = (float) Math.sqrt(dx * dx + dy * dy);
                canvas.shine(column, row, bow((r - 0.5f) / 0.05f), 0.34f);
                canvas.shine(column, row, bow((0.685f - r) / 0.06f), 0.09f);
            }
        });
    }

    /** @param t 0 at violet, 1 at red */
    private static Rgb bow(float t) {
        return new Rgb(
                Curve.bell(t - 0.84f, 0.3f) + 0.35f * Curve.bell(t - 0.02f, 0.2f),
                Curve.bell(t - 0.52f, 0.3f),
                Curve.bell(t - 0.2f, 0.28f));
    }
}
