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
        boolean water = setting.scene().hasWater();
        float ground = setting.horizon();
        int small = 2 + dice.below(3);
        for (int i = 0; i < small; i++) {
            float near = dice.between(0.1f, 0.3f);
            tree(
                    canvas,
                    dice.of("tree" + i),
                    dice.unit() * aspect,
                    ground + (water ? 0.055f : near * 0.4f + 0.02f),
                    water ? 0.1f : 0.1f + near * 0.5f);
        }
        float x = aspect * (left ? dice.between(0.2f, 0.32f) : dice.between(0.68f, 0.8f));
        tree(
                canvas,
                dice.of("tree"),
                x,
                water ? 0.95f : ground + dice.between(0.22f, 0.3f),
                dice.between(0.56f, 0.68f));
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
        bough(canvas, x, foot, x, foot - height * 0.5f, width * 1.5f, bark);
        bough(canvas, x, foot - height * 0.2f, x - height * 0.17f, foot - height * 0.62f, width * 0.9f, bark);
        bough(canvas, x, foot - height * 0.26f, x + height * 0.16f, foot - height * 0.66f, width * 0.9f, bark);
        bough(canvas, x, foot - height * 0.38f, x + height * 0.02f, foot - height * 0.78f, width * 0.8f, bark);
        List<Rgb> leaves = Grove.leaves(setting.scene());
        Rgb leaf = dice.pick(leaves);
        float sun = setting.sunX() < x ? -1 : 1;
        float turn = dice.unit() * 6.2832f;
        int clusters = height > 0.3f ? 2600 : 420;
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
            float size = height * dice.between(0.008f, 0.018f) * (1.25f - 0.6f * layer);
            cluster(canvas, dice, cx, cy, size, colour);
        }
    }

    /** Tapers from its foot to its tip, and spreads at the very foot. */
    private static void bough(Canvas canvas, float x, float y, float toX, float toY, float half, Rgb bark) {
        float midX = x + (toX - x) * 0.3f;
        float midY = y + (toY - y) * 0.4f;
        new Polygon()
                .to(x - half, y)
                .to(x - half * 0.66f, y + (toY - y) * 0.12f)
                .to(midX - half * 0.55f, midY)
                .to(toX, toY)
                .to(midX + half * 0.55f, midY)
                .to(x + half * 0.66f, y + (toY - y) * 0.12f)
                .to(x + half, y)
                .fill(canvas, bark, 1);
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
