package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;

/** Sand in the foreground: shallow water over it, a line of foam, a wet strip that shines, dry sand with ripples. */
final class BeachLayer implements Layer {

    private final Setting setting;

    BeachLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("beach");
        Noise noise = new Noise(dice.seed());
        float slope = dice.between(0.1f, 0.24f) * (setting.sunX() < canvas.aspect() / 2 ? 1 : -1);
        float edge = Math.max(setting.horizon() + 0.2f, dice.between(0.82f, 0.88f));
        Palette p = setting.palette();
        var asked = setting.scene().coloursOf(Element.BEACH);
        Rgb sand = p.lit(asked.isEmpty() ? Rgb.of(0xD9BC8C) : asked.get(0), 0.42f);
        Rgb foam = p.lit(Rgb.WHITE, 0.5f);
        canvas.rows(canvas.row(setting.horizon()), canvas.height(), row -> {
            float y = canvas.y(row);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float line = edge + slope * (x - canvas.aspect() / 2) * 0.5f + 0.022f * noise.fbm(x * 2.2f, 1, 3);
                float in = y - line;
                float wave = line - 0.055f + 0.02f * noise.fbm(x * 3, 9, 3);
                float shallow = Curve.smooth(-0.17f, 0, in);
                if (shallow > 0) {
                    Rgb clear = sand.times(0.55f)
                            .mix(Rgb.of(0x3FB8B0).times(p.ambient().plus(p.sun().times(0.4f))), 0.5f);
                    canvas.blend(column, row, clear, shallow * 0.7f);
                    float lace = Curve.smooth(-0.15f, 0.35f, noise.fbm(x * 26, y * 60, 3));
                    canvas.blend(column, row, foam, 0.85f * lace * Curve.bell(y - wave, 0.012f));
                }
                if (in > 0) {
                    float wet = Curve.smooth(0.06f, 0.005f, in);
                    float grain = 1 + 0.1f * noise.fbm(x * 9, y * 26, 4) + 0.07f * noise.at(x * 150, y * 190);
                    Rgb wetSand = sand.times(0.5f).mix(setting.skyAt(x, 0.3f), 0.38f);
                    canvas.blend(column, row, sand.times(grain).mix(wetSand, wet), Curve.clamp(in * canvas.height()));
                }
                float rim = Curve.bell(in + 0.002f, 0.0075f) * (0.55f + 0.5f * noise.fbm(x * 40, y * 60, 2));
                canvas.blend(column, row, foam, Curve.clamp(rim));
            }
        });
    }
}
