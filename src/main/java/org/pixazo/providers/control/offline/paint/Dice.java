package org.pixazo.providers.control.offline.paint;

import java.util.List;

/** A stream of random numbers that a seed fixes; a counter through {@link Hash}. Not thread-safe. */
public final class Dice {

    private final int seed;
    private int thrown;

    /** @param seed any number; neighbours give unrelated streams */
    public Dice(int seed) {
        this.seed = Hash.mix(seed + 0x9E3779B9);
    }

    /** A stream of its own for one purpose, so that a change of one element leaves the others as they were. */
    public Dice of(String purpose) {
        return new Dice(seed ^ Hash.of(purpose));
    }

    /** A seed for noise, drawn from this stream. */
    public int seed() {
        return Hash.mix(seed ^ ++thrown * 0x9E3779B1);
    }

    /** @return from 0 to below 1 */
    public float unit() {
        return Hash.unit(seed());
    }

    /** @return from {@code low} to below {@code high} */
    public float between(float low, float high) {
        return low + (high - low) * unit();
    }

    /** @return 0 to {@code count - 1} */
    public int below(int count) {
        return (int) (unit() * count);
    }

    /** True with that probability. */
    public boolean chance(float probability) {
        return unit() < probability;
    }

    /** One of them. */
    public <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }
}
