package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Ink;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;

/** Rows of conifers near the viewer, each row larger and darker than the one behind, with mist between them. */
final class ForestLayer implements Layer {

    private final Setting setting;
    private final boolean framing;

    /** @param framing true for trees at the sides only, where they would hide what the picture is about */
    ForestLayer(Setting setting, boolean framing) {
        this.setting = setting;
        this.framing = framing;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("forest");
        int rows = framing ? 2 : 5;
        for (int row = 0; row < rows; row++) {
            float near = framing ? 0.86f + 0.14f * row : (row + 1f) / rows;
            row(canvas, dice.of("row" + row), near);
            if (!framing && row < rows - 1) {
                mist(canvas, dice.of("mist" + row), near);
            }
        }
    }

    private void row(Canvas canvas, Dice dice, float near) {
        Noise ground = new Noise(dice.seed());
        float base = Curve.mix(setting.horizon() + 0.05f, 1.06f, near * near);
        float height = Curve.mix(0.14f, 0.8f, near * near);
        float gap = height * (framing ? 0.2f : 0.24f);
        float aspect = canvas.aspect();
        float clearing = dice.between(0.3f, 0.7f);
        for (float x = -gap; x < aspect + gap; x += gap * dice.between(0.55f, 1.3f)) {
            float middle = Math.abs(x / aspect - clearing);
            float side = framing ? Math.min(x, aspect - x) / Math.min(1.2f, aspect) : 0;
            float open =
                    framing ? Curve.smooth(0.1f, 0.26f, side) : near > 0.6f ? Curve.smooth(0.17f, 0.07f, middle) : 0;
            float tall = height * dice.between(0.6f, 1.08f) * (1 - 0.55f * Curve.smooth(0, 0.26f, side));
            float foot = base + 0.03f * ground.at(x * 2, near * 9);
            if (!dice.chance(open)) {
                Conifer.draw(canvas, dice, x, foot, tall, ink(near, foot, tall, dice));
            }
        }
        if (!framing) {
            floor(canvas, ground, base, near);
        }
    }

    private Ink ink(float near, float foot, float tall, Dice dice) {
        Palette p = setting.palette();
        Rgb leaf = dice.pick(Grove.leaves(setting.scene()));
        boolean snowy = setting.scene().has(Element.SNOW);
        Rgb dark = p.lit(leaf.times(0.55f), 0.06f);
        Rgb light = p.lit(snowy ? Rgb.of(0xD8E2EE).times(0.7f) : leaf, 0.32f);
        float far = (1 - near) * 0.8f;
        return (x, y) -> {
            float up = Curve.clamp((foot - y) / tall);
            float rim = setting.sunNear(x, y, 0.3f) * (setting.night() ? 0.1f : 0.4f);
            Rgb colour = dark.mix(light, up * up * 0.55f).plus(p.glow().times(rim * 0.1f));
            return colour.mix(setting.hazeAt(x), far * (0.75f + 0.25f * (1 - up)));
        };
    }

    private void floor(Canvas canvas, Noise noise, float base, float near) {
        Palette p = setting.palette();
        Rgb soil = setting.scene().has(Element.SNOW) ? Rgb.of(0xE4EAF2) : Rgb.of(0x2E3A22);
        Rgb lit = p.lit(soil, 0.16f);
        for (int column = 0; column < canvas.width(); column++) {
            float x = canvas.x(column);
            float top = base + 0.03f * noise.at(x * 2, near * 9) - 0.012f;
            for (int row = canvas.row(top); row < canvas.height(); row++) {
                float cover = Curve.clamp((canvas.y(row) - top) * canvas.height() * 0.4f);
                Rgb colour = lit.mix(setting.hazeAt(x), (1 - near) * 0.7f);
                canvas.blend(column, row, colour.times(0.9f + 0.2f * noise.at(x * 30, canvas.y(row) * 60)), cover);
            }
        }
    }

    private void mist(Canvas canvas, Dice dice, float near) {
        Noise noise = new Noise(dice.seed());
        float middle = Curve.mix(setting.horizon() + 0.05f, 1.06f, near * near) + 0.015f;
        canvas.rows(canvas.row(middle - 0.16f), canvas.row(middle + 0.2f), row -> {
            float y = canvas.y(row);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float thick = Curve.bell(y - middle, 0.1f) * (0.6f + 0.5f * noise.fbm(x * 1.6f, y * 5, 3));
                canvas.blend(column, row, setting.hazeAt(x), Curve.clamp(0.5f * thick * (1 - near * 0.5f)));
            }
        });
    }
}
