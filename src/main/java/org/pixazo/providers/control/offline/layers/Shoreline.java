package org.pixazo.providers.control.offline.layers;

import java.util.Arrays;

/** Where the water begins, for each column of pixels: written by the land, read by what stands or mirrors there. */
final class Shoreline {

    private final float[] y;

    /** @param horizon where the water ends as long as no land is in its way, in frame units */
    Shoreline(int columns, float horizon) {
        this.y = new float[columns];
        Arrays.fill(y, horizon);
    }

    float at(int column) {
        return y[Math.max(0, Math.min(y.length - 1, column))];
    }

    void set(int column, float value) {
        y[column] = value;
    }

    /** The line nearest to the viewer. */
    float lowest() {
        float lowest = 0;
        for (float value : y) {
            lowest = Math.max(lowest, value);
        }
        return lowest;
    }
}
