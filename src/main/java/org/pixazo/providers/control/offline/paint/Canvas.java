package org.pixazo.providers.control.offline.paint;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** A picture in linear light, three floats a pixel, row by row from the top. Used by one thread at a time. */
public final class Canvas {

    private final int width;
    private final int height;
    private final float[] light;
    private final BooleanSupplier cancelled;

    /**
     * @param width pixels
     * @param height pixels
     * @param cancelled asked once a row; true ends the painting
     */
    public Canvas(int width, int height, BooleanSupplier cancelled) {
        this.width = width;
        this.height = height;
        this.light = new float[3 * width * height];
        this.cancelled = cancelled;
    }

    /** Pixels in a row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Width in frame units. */
    public float aspect() {
        return width / (float) height;
    }

    /** The pixels' own array: red, green, blue of the first pixel, and so on. */
    public float[] light() {
        return light;
    }

    /** Centre of a column in frame units. */
    public float x(int column) {
        return (column + 0.5f) / height;
    }

    /** Centre of a row in frame units. */
    public float y(int row) {
        return (row + 0.5f) / height;
    }

    /** The row, within the picture or just past its end, that holds this height. */
    public int row(float y) {
        return Math.max(0, Math.min(height, (int) Math.floor(y * height)));
    }

    /** The column, within the picture or just past its end, that holds this place. */
    public int column(float x) {
        return Math.max(0, Math.min(width, (int) Math.floor(x * height)));
    }

    /**
     * Does something for each row in order.
     *
     * @throws CancellationException when nobody wants the picture any more
     */
    public void rows(int from, int to, IntConsumer work) {
        for (int row = Math.max(0, from); row < Math.min(height, to); row++) {
            checkWanted();
            work.accept(row);
        }
    }

    /** @throws CancellationException when nobody wants the picture any more */
    public void checkWanted() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("The picture is not wanted any more");
        }
    }

    /** Covers a pixel. */
    public void set(int column, int row, Rgb colour) {
        int i = 3 * (row * width + column);
        light[i] = colour.r();
        light[i + 1] = colour.g();
        light[i + 2] = colour.b();
    }

    /** The pixel's colour, that of the nearest one for a place outside. */
    public Rgb get(int column, int row) {
        int i = 3 * (Math.max(0, Math.min(height - 1, row)) * width + Math.max(0, Math.min(width - 1, column)));
        return new Rgb(light[i], light[i + 1], light[i + 2]);
    }

    /** @param cover 0 leaves the pixel, 1 replaces it */
    public void blend(int column, int row, Rgb colour, float cover) {
        int i = 3 * (row * width + column);
        light[i] += (colour.r() - light[i]) * cover;
        light[i + 1] += (colour.g() - light[i + 1]) * cover;
        light[i + 2] += (colour.b() - light[i + 2]) * cover;
    }

    /** Adds light to a pixel. */
    public void shine(int column, int row, Rgb colour, float strength) {
        int i = 3 * (row * width + column);
        light[i] += colour.r() * strength;
        light[i + 1] += colour.g() * strength;
        light[i + 2] += colour.b() * strength;
    }
}
