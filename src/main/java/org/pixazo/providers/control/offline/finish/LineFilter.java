package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Noise;

/** An ink drawing on paper: contours where brightness changes, hatching for the shades. */
final class LineFilter implements Filter {

    private final Noise noise;

    LineFilter(int seed) {
        this.noise = new Noise(seed);
    }

    @Override
    public byte[] apply(byte[] rgb, Canvas canvas) {
        byte[] calm = new Kuwahara(0.006f).apply(rgb, canvas);
        byte[] result = new byte[rgb.length];
        int reach = Math.max(1, Math.round(0.0016f * canvas.height()));
        canvas.rows(0, canvas.height(), row -> {
            float y = canvas.y(row);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float gx = grey(calm, canvas, column + reach, row) - grey(calm, canvas, column - reach, row);
                float gy = grey(calm, canvas, column, row + reach) - grey(calm, canvas, column, row - reach);
                float contour = Curve.smooth(0.05f, 0.2f, (float) Math.sqrt(gx * gx + gy * gy));
                float tone = grey(calm, canvas, column, row);
                float wobble = 0.004f * noise.at(x * 12, y * 12);
                float ink = Math.max(contour, 0.75f * hatching(x + wobble, y + wobble, tone));
                float paper = 0.965f + 0.02f * noise.fbm(x * 40, y * 40, 3);
                int to = 3 * (row * canvas.width() + column);
                for (int c = 0; c < 3; c++) {
                    float shade = paper * (c == 2 ? 0.965f : 1);
                    float black = c == 2 ? 0.19f : 0.12f;
                    result[to + c] = (byte) Math.round(255 * Math.max(0, Math.min(1, shade + (black - shade) * ink)));
                }
            }
        });
        return result;
    }

    private static float hatching(float x, float y, float tone) {
        float first = stroke(x + y, 0.011f, 0.62f - tone);
        float second = stroke(x - y, 0.012f, 0.4f - tone);
        return Math.max(first, Math.max(second, stroke(y + 0.2f * x, 0.009f, 0.2f - tone)));
    }

    /** A line every {@code gap}, the thicker the darker. */
    private static float stroke(float along, float gap, float dark) {
        float place = along / gap;
        float away = Math.abs(place - (float) Math.floor(place) - 0.5f);
        float half = Math.min(0.3f, Math.max(0, dark) * 0.7f);
        return half <= 0 ? 0 : Curve.smooth(half + 0.1f, half, away) * Math.min(1, half * 9);
    }

    private static float grey(byte[] rgb, Canvas canvas, int column, int row) {
        int x = Math.max(0, Math.min(canvas.width() - 1, column));
        int at = 3 * (Math.max(0, Math.min(canvas.height() - 1, row)) * canvas.width() + x);
        return ((rgb[at] & 255) * 5 + (rgb[at + 1] & 255) * 9 + (rgb[at + 2] & 255) * 2) / (16 * 255f);
    }
}
