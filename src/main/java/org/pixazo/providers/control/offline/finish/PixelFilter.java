package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;

/** Pixel art: large square pixels, few shades of each channel, ordered dithering after Bayer (1973). */
final class PixelFilter implements Filter {

    private static final int ROWS = 144;
    private static final int SHADES = 10;
    private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

    @Override
    public byte[] apply(byte[] rgb, Canvas canvas) {
        byte[] result = new byte[rgb.length];
        int side = Math.max(2, Math.round(Math.min(canvas.height(), canvas.width()) / (float) ROWS));
        canvas.rows(0, canvas.height(), row -> {
            for (int column = 0; column < canvas.width(); column++) {
                int to = 3 * (row * canvas.width() + column);
                int left = column / side * side;
                int top = row / side * side;
                if (column == left && row == top) {
                    block(rgb, result, canvas, left, top, side);
                } else {
                    int from = 3 * (top * canvas.width() + left);
                    System.arraycopy(result, from, result, to, 3);
                }
            }
        });
        return result;
    }

    private static void block(byte[] rgb, byte[] result, Canvas canvas, int left, int top, int side) {
        int right = Math.min(canvas.width(), left + side);
        int bottom = Math.min(canvas.height(), top + side);
        int pixels = (right - left) * (bottom - top);
        float threshold = (BAYER[top / side % 4 * 4 + left / side % 4] + 0.5f) / 16 - 0.5f;
        for (int c = 0; c < 3; c++) {
            int sum = 0;
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    sum += rgb[3 * (row * canvas.width() + column) + c] & 255;
                }
            }
            float level = sum / (255f * pixels) * SHADES + threshold * 0.5f;
            int shade = Math.max(0, Math.min(SHADES, Math.round(level)));
            result[3 * (top * canvas.width() + left) + c] = (byte) (shade * 255 / SHADES);
        }
    }
}
