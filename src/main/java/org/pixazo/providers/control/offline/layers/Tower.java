package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Hash;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Hour;
import org.pixazo.providers.control.offline.scene.Style;

/** One building: a body, a roof of some form, windows. */
final class Tower {

    private static final List<Rgb> WARM =
            List.of(Rgb.of(0xFFC878), Rgb.of(0xFFDDA6), Rgb.of(0xFFB35C), Rgb.of(0xFFF0D2), Rgb.of(0xCFE4FF));
    private static final List<Rgb> NEON =
            List.of(Rgb.of(0xFF3DA8), Rgb.of(0x35E0FF), Rgb.of(0x9C5BFF), Rgb.of(0xFF8A4C), Rgb.of(0x4DFFC3));

    private final Setting setting;
    private final Dice dice;
    private final float near;
    private final int seed;
    private final boolean neon;
    private final float litShare;
    private final float cell;
    private final Rgb wall;
    private final Rgb lamp;

    /** @param near 0 for the farthest row, 1 for the nearest */
    Tower(Setting setting, Dice dice, float near) {
        this.setting = setting;
        this.dice = dice;
        this.near = near;
        this.seed = dice.seed();
        this.neon = setting.scene().styles().contains(Style.NEON);
        Hour hour = setting.scene().hour();
        this.litShare =
                hour == Hour.NIGHT ? dice.between(0.2f, 0.6f) : hour == Hour.DAY ? 0 : dice.between(0.05f, 0.22f);
        this.cell = dice.between(0.0072f, 0.0098f) * (0.8f + 0.35f * near);
        this.wall = Rgb.of(dice.pick(List.of(0x6E7F94, 0x8A8580, 0x5C6C80, 0x9A8D80, 0x77848C, 0xA09A94)));
        this.lamp = dice.pick(neon ? NEON : WARM);
    }

    void draw(Canvas canvas, float left, float width, float foot, float height) {
        float top = foot - height;
        float right = left + width;
        roof(canvas, left, right, top, height);
        Polygon.box(left, top, right, foot).fill(canvas, (x, y) -> facade(x - left, y - top, x, width, height), 1);
        if (neon && near > 0.3f && dice.chance(0.5f)) {
            sign(canvas, left, width, top, height);
        }
    }

    private Rgb facade(float u, float v, float x, float width, float height) {
        Palette p = setting.palette();
        float side = setting.sunX() < x ? 1 - u / width : u / width;
        float share = setting.night() ? 0.1f : 0.16f + 0.3f * side;
        Rgb body = p.lit(wall, share).times(setting.night() ? 0.5f : 0.8f);
        int i = (int) Math.floor(u / cell);
        int j = (int) Math.floor(v / (cell * 1.35f));
        float inX = u / cell - i;
        float inY = v / (cell * 1.35f) - j;
        boolean window = inX > 0.2f
                && inX < 0.82f
                && inY > 0.22f
                && inY < 0.74f
                && v > cell
                && u > cell * 0.3f
                && u < width - cell * 0.4f;
        if (window) {
            int h = Hash.at(seed, i, j);
            // Whole floors are lit together in offices, single rooms in homes.
            float wish = 0.65f * Hash.unit(h) + 0.35f * Hash.unit(Hash.at(seed + 1, j, 0));
            if (wish < litShare) {
                Rgb light = (h & 7) == 0 ? (neon ? NEON : WARM).get((h >>> 4 & 1023) % 5) : lamp;
                body = light.times((neon ? 1.25f : 0.95f) * (0.55f + 0.6f * Hash.unit(h * 5)));
            } else {
                float shine = setting.night() ? 0.1f : 0.42f;
                body = body.times(0.6f).plus(setting.skyAt(x, 0.35f).times(shine * (0.55f + 0.45f * Hash.unit(h))));
            }
        }
        float fade = (1 - near) * 0.62f;
        return body.mix(setting.hazeAt(x), fade * (0.7f + 0.3f * Curve.clamp(v / height)));
    }

    private void roof(Canvas canvas, float left, float right, float top, float height) {
        float width = right - left;
        float middle = (left + right) / 2;
        Rgb dark = facade(0, 0, middle, width, height);
        switch (dice.below(6)) {
            case 0 -> {
                Polygon.box(left + width * 0.2f, top - 0.022f, right - width * 0.2f, top)
                        .fill(canvas, dark, 1);
                Polygon.box(left + width * 0.36f, top - 0.04f, right - width * 0.36f, top)
                        .fill(canvas, dark, 1);
            }
            case 1 ->
                new Polygon()
                        .to(left, top)
                        .to(middle, top - width * 0.6f)
                        .to(right, top)
                        .fill(canvas, dark, 1);
            case 2 ->
                new Polygon()
                        .to(left, top)
                        .to(right, top - width * 0.45f)
                        .to(right, top)
                        .fill(canvas, dark, 1);
            case 3 ->
                Polygon.box(left + width * 0.6f, top - 0.014f, right - width * 0.12f, top)
                        .fill(canvas, dark, 1);
            default ->
                Polygon.box(left + width * 0.1f, top - 0.006f, right - width * 0.1f, top)
                        .fill(canvas, dark, 1);
        }
        if (height > 0.3f && dice.chance(0.6f)) {
            float mast = dice.between(0.04f, 0.1f);
            Polygon.box(middle - 0.0014f, top - mast - 0.02f, middle + 0.0014f, top)
                    .fill(canvas, dark, 1);
            if (litShare > 0) {
                Disc.glow(canvas, middle, top - mast - 0.02f, 0.014f, Rgb.of(0xFF4030), 1.2f);
            }
        }
    }

    private void sign(Canvas canvas, float left, float width, float top, float height) {
        Rgb colour = dice.pick(NEON);
        float x = left + width * dice.between(0.1f, 0.75f);
        float from = top + height * dice.between(0.08f, 0.3f);
        float to = from + height * dice.between(0.15f, 0.4f);
        Polygon.box(x, from, x + width * 0.12f, to).fill(canvas, colour.times(1.7f), 0.92f);
        Disc.glow(canvas, x + width * 0.06f, (from + to) / 2, (to - from) * 0.9f, colour, 0.35f);
    }
}
