package org.pixazo.providers.control.offline.paint;

/** Integers scrambled so that neighbours have nothing in common. */
public final class Hash {

    private Hash() {}

    /** The finalizer "lowbias32" by Chris Wellons, of the form of MurmurHash3's. */
    public static int mix(int value) {
        int x = value;
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        x ^= x >>> 16;
        return x;
    }

    /** One number for a place on a grid. */
    public static int at(int seed, int x, int y) {
        return mix(seed ^ x * 0x9E3779B1 ^ mix(y * 0x85EBCA77 + seed));
    }

    /** @return the hash as a fraction, from 0 to below 1 */
    public static float unit(int hash) {
        return (hash >>> 8) * 0x1p-24f;
    }

    /** FNV-1a over the characters, scrambled; the same on every machine, unlike a hash of an object. */
    public static int of(CharSequence text) {
        int h = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x01000193;
        }
        return mix(h);
    }
}
