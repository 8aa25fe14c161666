package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;

/** The sun's disc, or the moon's with its seas, and the light around it. */
final class SunLayer implements Layer {

    private final Setting setting;

    SunLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        if (setting.night() || setting.scene().has(Element.MOON)) {
            moon(canvas);
        } else {
            sun(canvas);
        }
    }

    private void sun(Canvas canvas) {
        Rgb light = setting.palette().glow();
        Disc.glow(canvas, setting.sunX(), setting.sunY(), 0.55f, light, 0.35f);
        Disc.glow(canvas, setting.sunX(), setting.sunY(), 0.2f, light, 0.7f);
        Rgb core = light.mix(Rgb.WHITE, 0.55f).times(1.7f);
        Disc.fill(canvas, setting.sunX(), setting.sunY(), 0.036f, 0.036f, 0.08f, (x, y) -> core, 1);
    }

    private void moon(Canvas canvas) {
        float radius = setting.dice().of("moon").between(0.036f, 0.06f);
        Noise seas = new Noise(setting.dice().of("moon").seed());
        Rgb light = setting.palette().glow();
        Disc.glow(canvas, setting.sunX(), setting.sunY(), 0.5f, light, 0.16f);
        Disc.glow(canvas, setting.sunX(), setting.sunY(), radius * 3, light, 0.4f);
        Rgb bright = light.mix(Rgb.WHITE, 0.6f);
        Disc.fill(
                canvas,
                setting.sunX(),
                setting.sunY(),
                radius,
                radius,
                0.02f,
                (x, y) -> {
                    float u = (x - setting.sunX()) / radius;
                    float v = (y - setting.sunY()) / radius;
                    float sea = Curve.smooth(-0.1f, 0.45f, seas.fbm(u * 1.1f, v * 1.1f, 5));
                    float limb = (float) Math.sqrt(Math.max(0, 1 - u * u - v * v));
                    return bright.times((1.02f - 0.42f * sea) * (0.72f + 0.28f * limb));
                },
                1);
    }
}
