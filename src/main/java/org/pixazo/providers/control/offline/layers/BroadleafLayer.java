package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;

/** A few broad-leaved trees in the meadow: trunk, boughs, and a crown of clusters, light on the side of the sun. */
final class BroadleafLayer implements Layer {

    private static final int BOUGHS = 11;

    private final Setting setting;

    BroadleafLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("broadleaf");
        float aspect = canvas.aspect();
        boolean left = setting.sunX() > aspect / 2;
        float ground = setting.horizon();
        int small = 2 + dice.below(3);
        for (int i = 0; i < small; i++) {
            float near = dice.between(0.1f, 0.3f);
            tree(canvas, dice.of("tree" + i), dice.unit() * aspect, ground + near * 0.4f + 0.02f, 0.1f + near * 0.5f);
        }
        float x = aspect * (left ? dice.between(0.2f, 0.32f) : dice.between(0.68f, 0.8f));
        tree(canvas, dice.of("tree"), x, ground + dice.between(0.22f, 0.3f), dice.between(0.56f, 0.68f));
    }

    private void tree(Canvas canvas, Dice dice, float x, float foot, float height) {
        Palette p = setting.palette();
        Disc.fill(
                canvas,
                x,
                foot,
                height * 0.42f,
                height * 0.035f,
                0.8f,
                (a, b) -> p.ambient().times(0.05f),
                0.5f);
        float width = height * 0.035f;
        Rgb bark = p.lit(Rgb.of(0x4A3626), 0.2f);
        new Polygon()
                .to(x - width * 1.5f, foot)
                .to(x - width * 0.7f, foot - height * 0.2f)
                .to(x - height * 0.16f, foot - height * 0.62f)
                .to(x, foot - height * 0.42f)
                .to(x + height * 0.15f, foot - height * 0.66f)
                .to(x + width * 0.8f, foot - height * 0.2f)
                .to(x + width * 1.6f, foot)
                .fill(canvas, bark, 1);
        List<Rgb> leaves = Grove.leaves(setting.scene());
        Rgb leaf = dice.pick(leaves);
        float sun = setting.sunX() < x ? -1 : 1;
        float turn = dice.unit() * 6.2832f;
        int clusters = height > 0.3f ? 1500 : 420;
        for (int i = 0; i < clusters; i++) {
            float angle = dice.unit() * 6.2832f;
            float far = (float) Math.sqrt(dice.unit());
            int bough = i % BOUGHS;
            float boughAngle = turn + bough * 2.4f;
            float boughReach = 0.62f * (float) Math.sqrt((bough + 0.5f) / BOUGHS);
            float dx = Curve.cos(boughAngle) * boughReach + Curve.cos(angle) * far * 0.4f;
            float dy = Curve.sin(boughAngle) * boughReach * 0.9f + Curve.sin(angle) * far * 0.36f;
            float layer = i / (float) clusters;
            float cx = x + dx * height * 0.36f;
            float cy = foot - height * 0.66f + dy * height * 0.27f;
            float light = Curve.clamp(0.42f + 0.28f * dx * sun - 0.42f * dy - 0.25f * (1 - layer)) * layer;
            Rgb own = leaf.mix(dice.pick(leaves), 0.35f).times(dice.between(0.8f, 1.2f));
            Rgb colour = p.lit(own, light * 0.85f).times(0.55f + 0.45f * layer);
            float size = height * dice.between(0.011f, 0.024f) * (1.25f - 0.6f * layer);
            cluster(canvas, dice, cx, cy, size, colour);
        }
    }

    private static void cluster(Canvas canvas, Dice dice, float cx, float cy, float size, Rgb colour) {
        Polygon outline = new Polygon();
        int points = 11;
        for (int i = 0; i < points; i++) {
            float angle = i * 6.2832f / points;
            float reach = size * dice.between(0.6f, 1.35f);
            outline.to(cx + reach * Curve.cos(angle), cy + reach * Curve.sin(angle) * 0.8f);
        }
        outline.fill(canvas, colour, 1);
    }
}
