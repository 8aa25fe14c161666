package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;

/** The clear sky, behind everything. */
final class SkyLayer implements Layer {

    private final Setting setting;

    SkyLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.rows(0, canvas.height(), row -> {
            for (int column = 0; column < canvas.width(); column++) {
                canvas.set(column, row, setting.skyAt(canvas.x(column), canvas.y(row)));
            }
        });
    }
}
