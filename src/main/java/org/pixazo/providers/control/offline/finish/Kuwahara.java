package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;

/**
 * Kuwahara's filter (M. Kuwahara et al., 1976): each pixel takes the mean of the calmest of the four squares that meet
 * in it. Flattens detail into dabs and keeps edges.
 */
final class Kuwahara implements Filter {

    private static final int SAMPLES = 4;

    private final float size;

    /** @param size side of a square in frame units */
    Kuwahara(float size) {
        this.size = size;
    }

    @Override
    public byte[] apply(byte[] rgb, Canvas canvas) {
        byte[] result = new byte[rgb.length];
        int reach = Math.max(2, Math.round(size * canvas.height()));
        // A fixed number of samples a square keeps large pictures as cheap per pixel as small ones.
        int[] steps = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            steps[i] = i * reach / (SAMPLES - 1);
        }
        int[] sums = new int[5];
        canvas.rows(0, canvas.height(), row -> {
            for (int column = 0; column < canvas.width(); column++) {
                long calmest = Long.MAX_VALUE;
                int to = 3 * (row * canvas.width() + column);
                for (int quarter = 0; quarter < 4; quarter++) {
                    int right = (quarter & 1) == 0 ? 1 : -1;
                    int down = (quarter & 2) == 0 ? 1 : -1;
                    square(rgb, canvas, column, row, right, down, steps, sums);
                    long spread = (long) sums[4] * SAMPLES * SAMPLES - (long) sums[3] * sums[3];
                    if (spread < calmest) {
                        calmest = spread;
                        for (int c = 0; c < 3; c++) {
                            result[to + c] = (byte) (sums[c] / (SAMPLES * SAMPLES));
                        }
                    }
                }
            }
        });
        return result;
    }

    private static void square(
            byte[] rgb, Canvas canvas, int column, int row, int right, int down, int[] steps, int[] sums) {
        int r = 0;
        int g = 0;
        int b = 0;
        int grey = 0;
        int squares = 0;
        for (int dy : steps) {
            int line = Math.max(0, Math.min(canvas.height() - 1, row + down * dy)) * canvas.width();
            for (int dx : steps) {
                int at = 3 * (line + Math.max(0, Math.min(canvas.width() - 1, column + right * dx)));
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
        sums[0] = r;
        sums[1] = g;
        sums[2] = b;
        sums[3] = grey;
        sums[4] = squares;
    }
}
