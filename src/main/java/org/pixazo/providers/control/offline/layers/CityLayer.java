package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Hour;

/** A skyline of three rows of buildings: hazy ones behind, tall ones towards the middle, lit windows when it is dark. */
final class CityLayer implements Layer {

    private static final int ROWS = 3;

    private final Setting setting;
    private final float ground;

    /** @param ground where the buildings stand, in frame units */
    CityLayer(Setting setting, float ground) {
        this.setting = setting;
        this.ground = ground;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("city");
        float centre = dice.between(0.35f, 0.65f) * canvas.aspect();
        for (int row = 0; row < ROWS; row++) {
            float near = row / (float) (ROWS - 1);
            row(canvas, dice.of("row" + row), near, centre);
            haze(canvas, near);
        }
    }

    private void row(Canvas canvas, Dice dice, float near, float centre) {
        float x = -0.05f;
        int count = 0;
        while (x < canvas.aspect() + 0.05f) {
            float width = dice.between(0.035f, 0.085f) * (0.75f + 0.45f * near);
            float away = (x - centre) / (0.42f * Math.max(0.7f, canvas.aspect()));
            float hub = Curve.bell(away, 1.1f);
            float unit = dice.unit();
            float height = Curve.mix(0.3f, 0.14f, near) * (0.35f + 0.75f * unit)
                    + hub * unit * unit * Curve.mix(0.3f, 0.16f, near);
            if (near < 0.7f && dice.chance(0.1f + 0.1f * hub)) {
                height += 0.12f * hub;
            }
            new Tower(setting, dice.of("tower" + count++), near)
                    .draw(canvas, x, width, ground, Math.max(0.04f, height));
            x += width * dice.between(0.82f, near > 0.7f ? 1.15f : 1.5f);
        }
    }

    /** Light caught in the air between the rows: of the streets at night, of the sky by day. */
    private void haze(Canvas canvas, float near) {
        boolean dark = setting.scene().hour() == Hour.NIGHT;
        float strength = (1 - near) * 0.5f + (dark ? 0.2f : 0);
        Rgb lamps = Rgb.of(0xFFB066).times(0.26f);
        canvas.rows(canvas.row(ground - 0.3f), canvas.row(ground) + 1, row -> {
            float low = Curve.clamp(1 - (ground - canvas.y(row)) / 0.3f);
            for (int column = 0; column < canvas.width(); column++) {
                Rgb air = setting.hazeAt(canvas.x(column));
                canvas.blend(column, row, dark ? air.times(0.6f).plus(lamps) : air, strength * low * low);
            }
        });
    }
}
