package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Ink;
import org.pixazo.providers.control.offline.paint.Polygon;

/** The outline of one fir or pine: drooping branches, longer towards the ground, of uneven length. */
final class Conifer {

    private Conifer() {}

    /**
     * @param foot lower end of the trunk in frame units
     * @param height frame units
     */
    static void draw(Canvas canvas, Dice dice, float x, float foot, float height, Ink ink) {
        int tiers = Math.max(5, Math.min(26, (int) (height * canvas.height() / 7)));
        float spread = height * dice.between(0.15f, 0.23f);
        float lean = height * dice.between(-0.025f, 0.025f);
        Polygon tree = new Polygon().to(x + lean, foot - height);
        side(tree, dice, x, foot, height, lean, spread, tiers, true);
        float trunk = height * 0.014f;
        tree.to(x + trunk, foot - height * 0.08f)
                .to(x + trunk, foot)
                .to(x - trunk, foot)
                .to(x - trunk, foot - height * 0.08f);
        side(tree, dice, x, foot, height, lean, -spread, tiers, false);
        tree.fill(canvas, ink, 1);
    }

    private static void side(
            Polygon tree,
            Dice dice,
            float x,
            float foot,
            float height,
            float lean,
            float spread,
            int tiers,
            boolean down) {
        for (int k = 0; k < tiers; k++) {
            int tier = down ? k : tiers - 1 - k;
            float t = (tier + 0.7f) / tiers;
            float reach = spread * (float) Math.sqrt(t) * t * 0.35f + spread * t * dice.between(0.42f, 0.8f);
            float y = foot - height * (1 - 0.92f * t);
            float axis = x + lean * Curve.clamp(1 - t);
            float droop = height * 0.92f / tiers * dice.between(0.25f, 0.7f);
            float inner = axis + reach * dice.between(0.22f, 0.45f);
            if (down) {
                tree.to(axis + reach, y + droop).to(inner, y + droop * 0.35f);
            } else {
                tree.to(inner, y + droop * 0.35f).to(axis + reach, y + droop);
            }
        }
    }
}
