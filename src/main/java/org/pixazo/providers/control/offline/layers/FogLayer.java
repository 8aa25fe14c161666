package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Noise;

/** Banks of fog that lie low and drift. */
final class FogLayer implements Layer {

    private final Setting setting;

    FogLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Noise noise = new Noise(setting.dice().of("fog").seed());
        float middle = setting.horizon() + 0.02f;
        canvas.rows(0, canvas.height(), row -> {
            float y = canvas.y(row);
            float low = Curve.bell(y - middle, y < middle ? 0.26f : 0.2f);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float bank = 0.55f + 0.75f * noise.fbm(x * 1.1f + noise.at(x, y * 3) * 0.3f, y * 4.5f, 5);
                canvas.blend(column, row, setting.hazeAt(x).times(1.04f), Curve.clamp(0.9f * low * bank));
            }
        });
    }
}
