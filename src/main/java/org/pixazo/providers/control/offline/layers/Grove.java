package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Hash;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Scene;
import org.pixazo.providers.control.offline.scene.Season;

/** Distant trees, as small cones that raise the land where woods grow. */
final class Grove {

    private static final float CELL = 0.34f;

    private final int seed;
    private final Noise woods;
    private final float density;
    private final float round;
    private final List<Rgb> leaves;

    /** @param density -1 for no tree at all to 1 for woods everywhere */
    Grove(Scene scene, int seed, float density) {
        this.seed = seed;
        this.woods = new Noise(seed);
        this.density = density;
        this.round = scene.has(Element.FOREST) || !scene.has(Element.TREES) ? 1 : 0.5f;
        this.leaves = leaves(scene);
    }

    /** Colours of leaves in this scene's season. */
    static List<Rgb> leaves(Scene scene) {
        List<Rgb> asked = scene.has(Element.TREES) ? scene.coloursOf(Element.TREES) : scene.coloursOf(Element.FOREST);
        if (!asked.isEmpty()) {
            return asked;
        }
        if (scene.season() == Season.AUTUMN) {
            return List.of(Rgb.of(0xB5541E), Rgb.of(0xD08A24), Rgb.of(0x8E3420), Rgb.of(0x5A6B2C));
        }
        if (scene.has(Element.SNOW)) {
            return List.of(Rgb.of(0x5C6F72), Rgb.of(0x8FA2AA), Rgb.of(0x44585A));
        }
        return List.of(Rgb.of(0x2F5A34), Rgb.of(0x3E6A33), Rgb.of(0x274B3A), Rgb.of(0x52743A));
    }

    /** How much a tree raises the land here; 0 between trees. */
    float height(float x, float z, float ground) {
        if (z < 7 || ground < 0.06f) {
            return 0;
        }
        float size = cell(z);
        int i = (int) Math.floor(x / size);
        int j = (int) Math.floor(z / size);
        int h = Hash.at(seed, i, j);
        float cx = (i + 0.3f + 0.4f * Hash.unit(h)) * size;
        float cz = (j + 0.3f + 0.4f * Hash.unit(h * 31)) * size;
        float line = Curve.smooth(4.4f, 2.6f, ground + 1.2f * woods.at(x * 0.2f, z * 0.2f));
        float here = woods.fbm(cx * 0.12f, cz * 0.12f, 3) + density;
        float wanted = Curve.smooth(-0.08f, 0.2f, here) * line;
        if (Hash.unit(h * 17) > wanted) {
            return 0;
        }
        float dx = (x - cx) / size;
        float dz = (z - cz) / size;
        float cone = Math.max(0, 1 - (float) Math.sqrt(dx * dx + dz * dz) * 2.1f);
        float shape = round < 1 ? (float) Math.sqrt(cone) * 0.55f : cone;
        return shape * size * (1.5f + 1.3f * Hash.unit(h * 7));
    }

    /** Larger far away, in few steps: a size that grew with every step would tear the trees apart. */
    private static float cell(float z) {
        return z < 24 ? CELL : z < 42 ? CELL * 1.6f : CELL * 2.6f;
    }

    /** @param share how high on the tree, in world units */
    Rgb colour(float x, float z, float share) {
        float size = cell(z);
        int h = Hash.at(seed, (int) Math.floor(x / size), (int) Math.floor(z / size));
        Rgb leaf = leaves.get((h >>> 5 & 1023) % leaves.size());
        return leaf.times((0.6f + 0.5f * Hash.unit(h * 3)) * (0.45f + 0.9f * Math.min(1, share / size)));
    }
}
