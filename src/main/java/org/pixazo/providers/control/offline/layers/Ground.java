package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Scene;
import org.pixazo.providers.control.offline.scene.Season;

/** What the land is made of at a place: grass, rock, sand, snow. */
final class Ground {

    private static final Rgb SNOW = Rgb.of(0xE9EEF8);

    private final Noise noise;
    private final Rgb grass;
    private final Rgb dry;
    private final Rgb rock;
    private final Rgb sand;
    private final boolean desert;
    private final boolean winter;
    private final boolean alpine;

    Ground(Scene scene, int seed) {
        this.noise = new Noise(seed);
        this.desert = scene.has(Element.DESERT);
        this.winter = scene.has(Element.SNOW);
        this.alpine = scene.has(Element.MOUNTAINS);
        boolean autumn = scene.season() == Season.AUTUMN;
        this.grass = hued(scene, Element.MEADOW, Rgb.of(autumn ? 0x8A7A3A : 0x58783A));
        this.dry = hued(scene, Element.HILLS, Rgb.of(autumn ? 0xA8763A : 0x8E9050));
        this.rock = hued(scene, Element.MOUNTAINS, Rgb.of(0x82797A));
        this.sand = hued(scene, Element.DESERT, Rgb.of(0xD9AC78));
    }

    private static Rgb hued(Scene scene, Element element, Rgb colour) {
        List<Rgb> asked = scene.coloursOf(element);
        return asked.isEmpty() ? colour : colour.tinted(asked.get(0), 0.75f);
    }

    /**
     * The part of the light that the ground sends back.
     *
     * @param flat 1 for level ground, 0 for a wall
     */
    Rgb at(float x, float z, float height, float flat) {
        float patch = noise.fbm(x * 0.5f, z * 0.5f, 4);
        // Blades and stones: finer near the viewer, where a pixel is smaller.
        float detail = z < 16 ? noise.fbm(x * 5, z * 2.6f, 3) * Curve.smooth(16, 3, z) : 0;
        if (desert) {
            return sand.times(0.92f + 0.16f * patch);
        }
        Rgb soil =
                grass.mix(dry, Curve.clamp(0.4f + patch * 0.9f + detail * 0.5f)).times(1 + 0.6f * detail);
        float bare = Curve.smooth(0.84f, 0.7f, flat + patch * 0.06f);
        if (alpine) {
            bare = Math.max(bare, Curve.smooth(1.6f, 4.2f, height + patch * 2));
        }
        Rgb colour = bare > 0 ? soil.mix(stone(x, z, height, patch), bare) : soil;
        float snow = snow(height, flat, patch);
        return colour.mix(SNOW.times(0.8f + 0.12f * patch + 0.1f * detail), snow);
    }

    /** Rock in layers: the noise is drawn out along the level. */
    private Rgb stone(float x, float z, float height, float patch) {
        return rock.times(0.8f + 0.5f * patch + 0.55f * noise.fbm(x * 0.5f + z * 0.2f, height * 1.3f, 4));
    }

    private float snow(float height, float flat, float patch) {
        if (winter) {
            return Curve.smooth(0.5f, 0.72f, flat + patch * 0.12f) * 0.97f;
        }
        if (!alpine) {
            return 0;
        }
        return Curve.smooth(5.2f, 7.8f, height + patch * 2.6f) * Curve.smooth(0.5f, 0.66f, flat + patch * 0.15f);
    }
}
