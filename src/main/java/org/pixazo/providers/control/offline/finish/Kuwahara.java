package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;

/**
 * Kuwahara's filter (M. Kuwahara et al., 1976): each pixel takes the mean of the calmest of the four squares that meet
 * in it. Flattens detail into dabs and keeps edges.
 */
final class Kuwahara implements Filter {

    private static final int SAMPLES = 4;
    private static final int MOMENTS = 5;

    private final float size;

    /** @param size side of a square in frame units */
    Kuwahara(float size) {
        this.size = size;
    }

    @Override
    public byte[] apply(byte[] rgb, Canvas canvas) {
        byte[] result = new byte[rgb.length];
        // A fixed number of samples a square keeps large pictures as cheap per pixel as small ones.
        int gap = Math.max(1, Math.round(size * canvas.height() / (SAMPLES - 1)));
        int reach = gap * (SAMPLES - 1);
        // Each square is measured once, at its upper left corner, and serves the four pixels at its corners.
        int[][] measured = new int[reach + 1][MOMENTS * canvas.width()];
        canvas.rows(0, canvas.height(), row -> {
            measure(rgb, canvas, row, gap, measured[row % (reach + 1)]);
            int[] below = measured[row % (reach + 1)];
            int[] above = measured[Math.max(0, row - reach) % (reach + 1)];
            for (int column = 0; column < canvas.width(); column++) {
                int here = MOMENTS * column;
                int left = MOMENTS * Math.max(0, column - reach);
                int to = 3 * (row * canvas.width() + column);
                long spread = take(below, here, Long.MAX_VALUE, result, to);
                spread = take(below, left, spread, result, to);
                spread = take(above, here, spread, result, to);
                take(above, left, spread, result, to);
            }
        });
        return result;
    }

    /** @return the smaller of the spread so far and that of this square, which then gives the pixel its colour */
    private static long take(int[] moments, int at, long calmest, byte[] result, int to) {
        long spread = (long) moments[at + 4] * SAMPLES * SAMPLES - (long) moments[at + 3] * moments[at + 3];
        if (spread >= calmest) {
            return calmest;
        }
        for (int c = 0; c < 3; c++) {
            result[to + c] = (byte) (moments[at + c] / (SAMPLES * SAMPLES));
        }
        return spread;
    }

    private static void measure(byte[] rgb, Canvas canvas, int row, int gap, int[] moments) {
        for (int column = 0; column < canvas.width(); column++) {
            int r = 0;
            int g = 0;
            int b = 0;
            int grey = 0;
            int squares = 0;
            for (int j = 0; j < SAMPLES; j++) {
                int line = Math.min(canvas.height() - 1, row + j * gap) * canvas.width();
                for (int i = 0; i < SAMPLES; i++) {
                    int at = 3 * (line + Math.min(canvas.width() - 1, column + i * gap));
                    int red = rgb[at] & 255;
                    int green = rgb[at + 1] & 255;
                    int blue = rgb[at + 2] & 255;
                    int value = (red * 5 + green * 9 + blue * 2) >> 4;
                    r += red;
                    g += green;
                    b += blue;
                    grey += value;
                    squares += value * value;
                }
            }
            int to = MOMENTS * column;
            moments[to] = r;
            moments[to + 1] = g;
            moments[to + 2] = b;
            moments[to + 3] = grey;
            moments[to + 4] = squares;
        }
    }
}
