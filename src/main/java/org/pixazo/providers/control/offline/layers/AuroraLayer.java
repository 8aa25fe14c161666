package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;

/** Northern lights: curtains that are sharp below, fade upwards and change from green to violet. */
final class AuroraLayer implements Layer {

    private static final Rgb GREEN = Rgb.of(0x35F2A0);
    private static final Rgb VIOLET = Rgb.of(0x9A4DE8);

    private final Setting setting;

    AuroraLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("aurora");
        for (int curtain = 0; curtain < 4; curtain++) {
            Noise noise = new Noise(dice.seed());
            float base = setting.horizon() * dice.between(0.42f, 0.86f);
            float tilt = dice.between(-0.22f, 0.22f);
            float height = dice.between(0.2f, 0.42f);
            float strength = dice.between(0.3f, 0.75f);
            curtain(canvas, noise, base, tilt, height, strength);
        }
    }

    private void curtain(Canvas canvas, Noise noise, float base, float tilt, float height, float strength) {
        int rows = canvas.row(setting.horizon());
        for (int column = 0; column < canvas.width(); column++) {
            if (column % 64 == 0) {
                canvas.checkWanted();
            }
            float x = canvas.x(column);
            float fold = x + 0.12f * noise.at(x * 2.3f, 7);
            float foot = base + tilt * (x - setting.aspect() / 2) + 0.16f * noise.fbm(fold * 1.3f, 0, 3);
            float ray = 0.55f + 0.45f * noise.fbm(fold * 16, 3, 3) + 0.3f * noise.at(fold * 2, 11);
            float tall = height * (0.75f + 0.6f * noise.at(fold * 3.5f, 5));
            for (int row = 0; row < rows; row++) {
                float up = (foot - canvas.y(row)) / tall;
                float rise = up < 0 ? Curve.decay(-up * 14) : Curve.decay(up * 3.2f);
                if (rise > 0.02f) {
                    Rgb colour = GREEN.mix(VIOLET, Curve.smooth(0.05f, 1.1f, up));
                    canvas.shine(column, row, colour, strength * rise * Math.max(0, ray));
                }
            }
        }
    }
}
