package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Polygon;
import org.pixazo.providers.control.offline.paint.Rgb;

/** A stroke of lightning with branches, and the clouds lit from within around it. */
final class LightningLayer implements Layer {

    private static final Rgb LIGHT = Rgb.of(0xCFD8FF);

    private final Setting setting;

    LightningLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("lightning");
        float x = setting.sunX();
        Disc.glow(canvas, x, 0.14f, 0.6f, LIGHT, 0.4f);
        Disc.glow(canvas, x, setting.horizon(), 0.34f, LIGHT, 0.16f);
        stroke(canvas, dice, x, 0.08f, setting.horizon() + 0.004f, 0.0042f, 3);
    }

    private void stroke(Canvas canvas, Dice dice, float fromX, float fromY, float end, float width, int branches) {
        float x = fromX;
        float y = fromY;
        float drift = dice.between(-0.35f, 0.35f);
        while (y < end) {
            float nextY = Math.min(end, y + dice.between(0.01f, 0.03f));
            float nextX = x + (nextY - y) * (drift + dice.between(-1.3f, 1.3f));
            Disc.glow(canvas, (x + nextX) / 2, (y + nextY) / 2, width * 9, LIGHT, 0.16f);
            new Polygon()
                    .to(x - width / 2, y)
                    .to(x + width / 2, y)
                    .to(nextX + width / 2, nextY)
                    .to(nextX - width / 2, nextY)
                    .fill(canvas, LIGHT.times(2.2f), Math.min(1, width * 300));
            x = nextX;
            y = nextY;
            if (branches > 0 && dice.chance(0.16f)) {
                stroke(canvas, dice, x, y, y + (end - y) * dice.between(0.25f, 0.7f), width * 0.5f, branches - 2);
            }
        }
    }
}
