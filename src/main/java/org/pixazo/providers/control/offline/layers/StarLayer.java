package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;

/** Stars of many sizes and a few colours, denser along the Milky Way. */
final class StarLayer implements Layer {

    private final Setting setting;
    private final float bottom;

    /** @param bottom how far down there is sky, in frame units */
    StarLayer(Setting setting, float bottom) {
        this.setting = setting;
        this.bottom = bottom;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("stars");
        float slope = dice.between(-1.1f, 1.1f);
        float middle = dice.between(0.3f, 0.7f) * canvas.aspect();
        if (!setting.scene().has(Element.SPACE) && setting.night()) {
            milkyWay(canvas, new Noise(dice.seed()), slope, middle);
        }
        int count = (int) (1500 * Math.min(3, canvas.aspect()) * bottom);
        for (int i = 0; i < count; i++) {
            float x = dice.unit() * canvas.aspect();
            float y = dice.unit() * bottom;
            float fade = Curve.clamp((bottom - y) / bottom * 1.6f) * (1 - setting.sunNear(x, y, 0.2f));
            float size = dice.unit();
            float brightness = 0.12f + 1.5f * size * size * size * size * size * size;
            Rgb hue = Rgb.of(dice.pick(List.of(0xFFFFFF, 0xCFE0FF, 0xFFE9C9, 0xAFC8FF, 0xFFD0B0)));
            float radius = (0.9f + 1.8f * size * size * size * size) / 1000f;
            Disc.glow(canvas, x, y, Math.max(radius * 1.7f, 1.3f / canvas.height()), hue, brightness * fade * 1.4f);
            if (size > 0.988f) {
                Disc.glow(canvas, x, y, 0.02f, hue, 0.3f * fade);
            }
        }
    }

    private void milkyWay(Canvas canvas, Noise noise, float slope, float middle) {
        Rgb light = setting.palette().glow().mix(Rgb.WHITE, 0.3f);
        canvas.rows(0, canvas.row(bottom), row -> {
            float y = canvas.y(row);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float across = (x - middle - (y - bottom / 2) * slope) / (1 + Math.abs(slope) * 0.4f);
                float band = Curve.bell(across + 0.05f * noise.at(x * 3, y * 3), 0.17f);
                if (band > 0.03f) {
                    float cloud = 0.5f + noise.fbm(x * 4.2f, y * 4.2f, 5);
                    float dust = Curve.smooth(0.05f, 0.5f, noise.fbm(x * 5 + 9, y * 5, 4)) * Curve.bell(across, 0.07f);
                    float glow = band * Math.max(0, cloud) * (1 - 0.85f * dust) * Curve.clamp((bottom - y) * 2.4f);
                    canvas.shine(column, row, light, 0.13f * glow);
                }
            }
        });
    }
}
