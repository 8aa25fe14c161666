package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Noise;

/** Watercolour: washes with darker rims, pigment that settles in the paper's grain, a border that fades to paper. */
final class WatercolorFilter implements Filter {

    private static final float[] PAPER = {250, 247, 240};

    private final Noise noise;

    WatercolorFilter(int seed) {
        this.noise = new Noise(seed);
    }

    @Override
    public byte[] apply(byte[] rgb, Canvas canvas) {
        byte[] washes = new Kuwahara(0.006f).apply(new Kuwahara(0.012f).apply(rgb, canvas), canvas);
        byte[] result = new byte[washes.length];
        int rim = Math.max(1, Math.round(0.004f * canvas.height()));
        canvas.rows(0, canvas.height(), row -> {
            float y = canvas.y(row);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float bleed = 0.014f * noise.fbm(x * 7, y * 7, 4);
                int from = pixel(canvas, column + Math.round(bleed * canvas.height()), row);
                float edge = edge(washes, canvas, column + Math.round(bleed * canvas.height()), row, rim);
                float pool = 0.8f + 0.3f * noise.fbm(x * 3 + 50, y * 3, 4) + 0.1f * noise.fbm(x * 70, y * 70, 2);
                float border = Math.min(Math.min(x, canvas.aspect() - x), Math.min(y, 1 - y));
                float painted = Curve.smooth(0.012f, 0.03f, border + 0.035f * noise.fbm(x * 4 + 9, y * 4, 5));
                int to = pixel(canvas, column, row);
                for (int c = 0; c < 3; c++) {
                    float pigment = (1 - (washes[from + c] & 255) / PAPER[c]) * 1.12f * pool * (1 + edge) * painted;
                    result[to + c] = (byte) Math.max(0, Math.min(255, Math.round(PAPER[c] * (1 - pigment))));
                }
            }
        });
        return result;
    }

    private static float edge(byte[] rgb, Canvas canvas, int column, int row, int reach) {
        int across = green(rgb, canvas, column + reach, row) - green(rgb, canvas, column - reach, row);
        int down = green(rgb, canvas, column, row + reach) - green(rgb, canvas, column, row - reach);
        return Math.min(0.5f, (Math.abs(across) + Math.abs(down)) / 240f);
    }

    private static int green(byte[] rgb, Canvas canvas, int column, int row) {
        return rgb[pixel(canvas, column, row) + 1] & 255;
    }

    private static int pixel(Canvas canvas, int column, int row) {
        int x = Math.max(0, Math.min(canvas.width() - 1, column));
        return 3 * (Math.max(0, Math.min(canvas.height() - 1, row)) * canvas.width() + x);
    }
}
