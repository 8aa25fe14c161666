package org.pixazo.providers.control.offline.paint;

import java.util.Arrays;

/**
 * A closed outline in frame units, filled by the even-odd rule. Edges are smooth: each row is cut into four lines on
 * which the covered lengths are exact. Not thread-safe.
 */
public final class Polygon {

    private static final int LINES = 4;

    private float[] xs = new float[16];
    private float[] ys = new float[16];
    private int size;

    /** Goes on to a point; the last one joins the first. */
    public Polygon to(float x, float y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size++] = y;
        return this;
    }

    /** The four corners of an upright rectangle. */
    public static Polygon box(float left, float top, float right, float bottom) {
        return new Polygon().to(left, top).to(right, top).to(right, bottom).to(left, bottom);
    }

    /** Fills with one colour. */
    public void fill(Canvas canvas, Rgb colour, float opacity) {
        fill(canvas, (x, y) -> colour, opacity);
    }

    /** @param opacity 0 for invisible to 1 for solid */
    public void fill(Canvas canvas, Ink ink, float opacity) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            left = Math.min(left, xs[i]);
            right = Math.max(right, xs[i]);
            top = Math.min(top, ys[i]);
            bottom = Math.max(bottom, ys[i]);
        }
        int first = canvas.column(left);
        int columns = Math.min(canvas.width(), canvas.column(right) + 1) - first;
        if (columns <= 0) {
            return;
        }
        float[] cover = new float[columns + 1];
        float[] crossings = new float[size];
        canvas.rows(canvas.row(top), canvas.row(bottom) + 1, row -> {
            Arrays.fill(cover, 0);
            for (int line = 0; line < LINES; line++) {
                int count = cross((row + (line + 0.5f) / LINES) / canvas.height(), crossings);
                for (int k = 0; k + 1 < count; k += 2) {
                    span(
                            cover,
                            columns,
                            crossings[k] * canvas.height() - first,
                            crossings[k + 1] * canvas.height() - first);
                }
            }
            for (int c = 0; c < columns; c++) {
                if (cover[c] > 0.002f) {
                    canvas.blend(
                            first + c,
                            row,
                            ink.at(canvas.x(first + c), canvas.y(row)),
                            Math.min(1, cover[c]) * opacity);
                }
            }
        });
    }

    private int cross(float y, float[] crossings) {
        int count = 0;
        for (int i = 0, j = size - 1; i < size; j = i++) {
            if (ys[i] > y != ys[j] > y) {
                crossings[count++] = xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i]);
            }
        }
        Arrays.sort(crossings, 0, count);
        return count;
    }

    private static void span(float[] cover, int columns, float from, float to) {
        float a = Math.max(0, from);
        float b = Math.min(columns, to);
        for (int c = (int) a; c < b; c++) {
            cover[c] += (Math.min(b, c + 1) - Math.max(a, c)) / LINES;
        }
    }
}
