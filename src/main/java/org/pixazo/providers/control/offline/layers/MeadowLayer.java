package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Scene;
import org.pixazo.providers.control.offline.scene.Season;

/** Blades of grass towards the viewer, and flowers among them; small dots far away, petals near by. */
final class MeadowLayer implements Layer {

    private static final List<Rgb> WILD = List.of(
            Rgb.of(0xD7263D), Rgb.of(0xF7C331), Rgb.of(0xF7F3EA), Rgb.of(0x7C5CC4), Rgb.of(0xEE7FA6), Rgb.of(0x4A78D6));

    private final Setting setting;
    private final float top;
    private final boolean flowers;
    private final boolean bank;

    /** @param bank true where water lies behind, so that the meadow is only a near bank */
    MeadowLayer(Setting setting, boolean bank) {
        this.setting = setting;
        this.bank = bank;
        this.flowers = setting.scene().has(Element.FLOWERS);
        this.top = bank ? Math.max(0.84f, setting.horizon() + 0.2f) : setting.horizon() + 0.07f;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("meadow");
        Noise clumps = new Noise(dice.seed());
        List<Rgb> petals = petals(setting.scene(), dice);
        if (bank) {
            soil(canvas, clumps);
        }
        int bands = 46;
        for (int band = 0; band < bands; band++) {
            float near = (band + 0.5f) / bands;
            float base = Curve.mix(top, 1.1f, near * (0.35f + 0.65f * near));
            float scale = Curve.mix(0.006f, 0.11f, near * near);
            band(canvas, dice, clumps, base, scale, near, petals);
        }
    }

    /** On a bank there is no land below the grass yet, only water. */
    private void soil(Canvas canvas, Noise clumps) {
        Rgb earth = setting.palette().lit(green().times(0.55f), 0.1f);
        canvas.rows(canvas.row(top - 0.03f), canvas.height(), row -> {
            for (int column = 0; column < canvas.width(); column++) {
                float edge = top + 0.025f * clumps.at(canvas.x(column) * 1.3f, 0) - 0.004f;
                canvas.blend(column, row, earth, Curve.smooth(0, 0.01f, canvas.y(row) - edge));
            }
        });
    }

    private Rgb green() {
        List<Rgb> asked = setting.scene().coloursOf(Element.MEADOW);
        Rgb green = Rgb.of(setting.scene().season() == Season.AUTUMN ? 0x8C7434 : 0x557A32);
        return asked.isEmpty() ? green : green.tinted(asked.get(0), 0.8f);
    }

    private void band(Canvas canvas, Dice dice, Noise clumps, float base, float scale, float near, List<Rgb> petals) {
        float gap = scale * 0.17f + 0.0016f;
        for (float x = -gap; x < canvas.aspect() + gap; x += gap * dice.between(0.6f, 1.4f)) {
            float foot = base + 0.025f * clumps.at(x * 1.3f, near * 4);
            float wild = clumps.fbm(x * 2.6f / (0.4f + near), near * 9, 3);
            blade(canvas, dice, x, foot, scale * (0.7f + 0.5f * wild), near);
            float wanted = flowers ? 0.3f + 0.9f * wild : 0.05f + 0.12f * wild;
            if (dice.chance(wanted * 0.55f)) {
                Rgb hue = petals.get(Math.floorMod((int) (wild * 9) + dice.below(2), petals.size()));
                float stem = scale * dice.between(0.6f, 1.05f);
                Flower.draw(canvas, dice, setting, x, foot - stem, stem, hue);
            }
        }
    }

    private void blade(Canvas canvas, Dice dice, float x, float foot, float length, float near) {
        Palette p = setting.palette();
        Rgb own = green().times(dice.between(0.55f, 1.25f));
        float tall = length * dice.between(0.7f, 1.35f);
        float bend = tall * dice.between(-0.4f, 0.4f);
        float width = Math.max(0.0007f, tall * 0.028f);
        float rim = setting.sunNear(x, foot, 0.5f) * (setting.night() ? 0.2f : 0.5f);
        Rgb dark = p.lit(own, 0.06f).times(0.6f);
        Rgb tip = p.lit(own, 0.34f + rim * 0.5f);
        new Polygon()
                .to(x - width, foot)
                .to(x + bend * 0.3f - width * 0.7f, foot - tall * 0.6f)
                .to(x + bend, foot - tall)
                .to(x + bend * 0.3f + width * 0.7f, foot - tall * 0.6f)
                .to(x + width, foot)
                .fill(canvas, (a, b) -> dark.mix(tip, Curve.clamp((foot - b) / tall)), 0.6f + 0.4f * near);
    }

    private static List<Rgb> petals(Scene scene, Dice dice) {
        List<Rgb> asked = scene.coloursOf(Element.FLOWERS);
        if (!asked.isEmpty()) {
            return asked;
        }
        int first = dice.below(WILD.size());
        return List.of(
                WILD.get(first), WILD.get((first + 1) % WILD.size()), WILD.get((first + 3) % WILD.size()), WILD.get(2));
    }
}
