package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;

/** The halo of bright lights: what exceeds a threshold, blurred on a small copy and added. */
final class Bloom {

    private static final float THRESHOLD = 0.72f;
    private static final int PASSES = 3;

    private final int scale;
    private final int width;
    private final int height;
    private float[] glow;

    Bloom(Canvas canvas) {
        this.scale = Math.max(1, canvas.height() / 128);
        this.width = canvas.width() / scale + 2;
        this.height = canvas.height() / scale + 2;
        this.glow = new float[3 * width * height];
        gather(canvas);
        for (int pass = 0; pass < PASSES; pass++) {
            blur(1, width, height, 3, 3 * width);
            blur(1, height, width, 3 * width, 3);
        }
    }

    /** One channel of the halo at a pixel. */
    float at(int column, int row, int channel) {
        float x = Math.max(0, (column + 0.5f) / scale - 0.5f);
        float y = Math.max(0, (row + 0.5f) / scale - 0.5f);
        int i = (int) x;
        int j = (int) y;
        int at = 3 * (j * width + i) + channel;
        float fx = x - i;
        float fy = y - j;
        float upper = glow[at] + (glow[at + 3] - glow[at]) * fx;
        int next = at + 3 * width;
        float lower = glow[next] + (glow[next + 3] - glow[next]) * fx;
        return upper + (lower - upper) * fy;
    }

    private void gather(Canvas canvas) {
        float[] light = canvas.light();
        float share = 1f / (scale * scale);
        for (int row = 0; row < canvas.height(); row++) {
            for (int column = 0; column < canvas.width(); column++) {
                int from = 3 * (row * canvas.width() + column);
                int to = 3 * (row / scale * width + column / scale);
                for (int c = 0; c < 3; c++) {
                    glow[to + c] += Math.min(2.5f, Math.max(0, light[from + c] - THRESHOLD)) * share;
                }
            }
        }
    }

    /** A mean over neighbours along one direction; three of them come close to a Gaussian. */
    private void blur(int step, int length, int lines, int stride, int lineStride) {
        int radius = 2 * step;
        float[] blurred = new float[glow.length];
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                for (int c = 0; c < 3; c++) {
                    float sum = 0;
                    for (int k = -radius; k <= radius; k++) {
                        int j = Math.max(0, Math.min(length - 1, i + k));
                        sum += glow[line * lineStride + j * stride + c];
                    }
                    blurred[line * lineStride + i * stride + c] = sum / (2 * radius + 1);
                }
            }
        }
        glow = blurred;
    }
}
