package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Ink;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Hour;

/** A small house with a gable, a chimney that smokes, and lit windows when the sun is low. */
final class HouseLayer implements Layer {

    private final Setting setting;

    HouseLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("house");
        boolean water = setting.scene().hasWater();
        float x = canvas.aspect() * (setting.sunX() < canvas.aspect() / 2 ? 0.66f : 0.3f) + dice.between(-0.05f, 0.05f);
        float y = setting.horizon() + (water ? 0.085f : dice.between(0.13f, 0.18f));
        float size = water ? 0.09f : dice.between(0.15f, 0.2f);
        smoke(canvas, dice, x + size * 0.32f, y - size * 1.05f, size);
        body(canvas, x, y, size);
    }

    private void body(Canvas canvas, float x, float y, float size) {
        Palette p = setting.palette();
        boolean snowy = setting.scene().has(Element.SNOW);
        var asked = setting.scene().coloursOf(Element.HOUSE);
        Rgb wood = asked.isEmpty() ? Rgb.of(0x8A5A3C) : asked.get(0);
        float sun = setting.sunX() < x ? 1 : 0;
        Rgb front = p.lit(wood, 0.16f + 0.34f * sun);
        Rgb side = p.lit(wood, 0.16f + 0.34f * (1 - sun));
        Rgb roof = p.lit(snowy ? Rgb.of(0xEDF2F8) : Rgb.of(0x5A3530), 0.42f);
        float left = x - size * 0.5f;
        float corner = x - size * 0.08f;
        float right = x + size * 0.66f;
        float eaves = y - size * 0.44f;
        float ridge = y - size * 0.88f;
        float middle = (left + corner) / 2;
        Disc.fill(
                canvas,
                x,
                y,
                size * 0.9f,
                size * 0.07f,
                0.9f,
                (a, b) -> p.ambient().times(0.06f),
                0.55f);
        Polygon.box(x + size * 0.28f, y - size * 1.02f, x + size * 0.38f, y - size * 0.7f)
                .fill(canvas, side.times(0.7f), 1);
        Polygon.box(corner, eaves, right, y).fill(canvas, planks(side, y, size), 1);
        new Polygon()
                .to(left, y)
                .to(left, eaves)
                .to(middle, ridge)
                .to(corner, eaves)
                .to(corner, y)
                .fill(canvas, planks(front, y, size), 1);
        new Polygon()
                .to(middle - size * 0.02f, ridge - size * 0.03f)
                .to(right - size * 0.14f, ridge - size * 0.03f)
                .to(right + size * 0.07f, eaves + size * 0.05f)
                .to(corner + size * 0.05f, eaves + size * 0.05f)
                .fill(canvas, (a, b) -> roof.times(0.85f + 0.3f * (b - ridge) / size), 1);
        new Polygon()
                .to(middle - size * 0.02f, ridge - size * 0.04f)
                .to(middle + size * 0.03f, ridge - size * 0.02f)
                .to(left - size * 0.06f, eaves + size * 0.1f)
                .to(left - size * 0.1f, eaves + size * 0.06f)
                .fill(canvas, roof.times(0.8f), 1);
        Polygon.box(middle - size * 0.07f, y - size * 0.27f, middle + size * 0.05f, y)
                .fill(canvas, front.times(0.35f), 1);
        window(canvas, x + size * 0.06f, y - size * 0.32f, size);
        window(canvas, x + size * 0.38f, y - size * 0.32f, size);
        window(canvas, middle - size * 0.05f, y - size * 0.6f, size * 0.72f);
    }

    private void window(Canvas canvas, float x, float y, float size) {
        boolean lamp = setting.scene().hour() != Hour.DAY || setting.scene().has(Element.STORM, Element.SNOWFALL);
        Rgb glass =
                lamp ? Rgb.of(0xFFC060).times(1.4f) : setting.palette().upper().times(0.5f);
        Polygon.box(x, y, x + size * 0.16f, y + size * 0.16f).fill(canvas, glass, 1);
        Polygon.box(x + size * 0.073f, y, x + size * 0.087f, y + size * 0.16f).fill(canvas, Rgb.of(0x2A1A12), 0.8f);
        if (lamp) {
            Disc.glow(canvas, x + size * 0.08f, y + size * 0.1f, size * 0.7f, Rgb.of(0xFFA040), 0.28f);
        }
    }

    private static Ink planks(Rgb wood, float foot, float size) {
        return (x, y) -> {
            float place = (foot - y) / size * 14;
            float seam = place - (float) Math.floor(place);
            return wood.times(seam < 0.16f ? 0.72f : 0.94f + 0.1f * seam);
        };
    }

    private void smoke(Canvas canvas, Dice dice, float x, float y, float size) {
        Rgb grey = setting.palette().lit(Rgb.of(0xD8DCE2), 0.25f);
        float wind = dice.between(-1, 1);
        for (int i = 0; i < 26; i++) {
            float t = i / 26f;
            float drift = wind * size * 1.2f * t * t + dice.between(-0.05f, 0.05f) * size * (0.4f + t);
            float radius = size * (0.05f + 0.2f * t);
            Disc.fill(
                    canvas,
                    x + drift,
                    y - size * 1.5f * t,
                    radius,
                    radius,
                    0.95f,
                    (a, b) -> grey,
                    0.15f * Curve.clamp(1 - t));
        }
    }
}
