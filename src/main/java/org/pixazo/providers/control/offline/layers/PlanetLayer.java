package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Disc;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Scene;

/** A banded planet with an atmosphere, rings as often as not, and a moon. */
final class PlanetLayer implements Layer {

    private static final List<List<Integer>> SURFACES = List.of(
            List.of(0xE8C79A, 0xA8683E, 0xFFD9B0),
            List.of(0x6FB4D8, 0x2A5590, 0xA8E0FF),
            List.of(0xD07048, 0x6E2E28, 0xFFB088),
            List.of(0x9AC8A8, 0x3A6A78, 0xC8FFE8),
            List.of(0xC8A0D8, 0x5A3A88, 0xF0C8FF));

    private final Setting setting;
    private final Noise noise;
    private final Dice dice;
    private final float tilt;
    private Rgb light;
    private Rgb dark;
    private Rgb air;

    PlanetLayer(Setting setting) {
        this.setting = setting;
        this.dice = setting.dice().of("planet");
        this.noise = new Noise(dice.seed());
        this.tilt = dice.between(-0.5f, 0.5f);
    }

    @Override
    public void paint(Canvas canvas) {
        float x = canvas.aspect() * dice.between(0.32f, 0.68f);
        float y = dice.between(0.42f, 0.6f);
        float radius = Math.min(1, canvas.aspect()) * dice.between(0.2f, 0.29f);
        dress(setting.scene());
        boolean ringed = dice.chance(0.6f);
        if (ringed) {
            ring(canvas, x, y, radius, false);
        }
        globe(canvas, x, y, radius);
        if (ringed) {
            ring(canvas, x, y, radius, true);
        }
        float side = dice.chance(0.5f) ? 1 : -1;
        globe(
                canvas,
                x + side * radius * dice.between(1.5f, 2.1f),
                y - radius * dice.between(0.6f, 1.2f),
                radius * 0.16f);
    }

    private void dress(Scene scene) {
        List<Integer> surface = dice.pick(SURFACES);
        List<Rgb> asked = scene.coloursOf(Element.PLANET);
        light = Rgb.of(surface.get(0));
        dark = Rgb.of(surface.get(1));
        air = Rgb.of(surface.get(2));
        if (!asked.isEmpty()) {
            light = light.tinted(asked.get(0), 0.8f);
            dark = dark.tinted(asked.get(0), 0.8f);
            air = air.tinted(asked.get(0), 0.6f);
        }
    }

    private void globe(Canvas canvas, float cx, float cy, float radius) {
        Disc.glow(canvas, cx - radius * 0.25f, cy - radius * 0.2f, radius * 1.5f, air, 0.22f);
        Disc.fill(canvas, cx, cy, radius, radius, 0, (x, y) -> surface((x - cx) / radius, (y - cy) / radius), 1);
    }

    private Rgb surface(float u, float v) {
        float w = (float) Math.sqrt(Math.max(0, 1 - u * u - v * v));
        float cos = Curve.cos(tilt);
        float sin = Curve.sin(tilt);
        float along = u * cos + v * sin;
        float across = v * cos - u * sin;
        float swirl = noise.fbm(along * 1.6f / (0.45f + w) + 3, across * 3.4f, 5);
        float band = noise.fbm(0.4f * swirl, across * 5.2f + 0.55f * swirl, 5);
        Rgb colour = dark.mix(light, Curve.smooth(-0.4f, 0.42f, band));
        float sun = Math.max(0, -0.62f * u - 0.42f * v + 0.66f * w);
        float limb = (1 - w) * (1 - w) * (1 - w);
        return colour.times(0.012f + 1.15f * sun).plus(air.times(limb * 0.9f * Curve.clamp(sun * 2.2f + 0.04f)));
    }

    private void ring(Canvas canvas, float cx, float cy, float radius, boolean front) {
        float cos = Curve.cos(tilt);
        float sin = Curve.sin(tilt);
        float reach = radius * 2.3f;
        canvas.rows(canvas.row(cy - reach), canvas.row(cy + reach), row -> {
            for (int column = canvas.column(cx - reach); column < canvas.column(cx + reach); column++) {
                float dx = canvas.x(column) - cx;
                float dy = canvas.y(row) - cy;
                float along = (dx * cos + dy * sin) / radius;
                float across = (dy * cos - dx * sin) / radius * 3.6f;
                float r = (float) Math.sqrt(along * along + across * across);
                if (across > 0 == front && r > 1.25f && r < 2.25f) {
                    float groove = 0.55f + 0.6f * noise.fbm(r * 13, 0.5f, 4);
                    float edge = Curve.smooth(1.25f, 1.34f, r) * Curve.smooth(2.25f, 2.1f, r);
                    float gap = 1 - 0.8f * Curve.bell(r - 1.86f, 0.03f);
                    // The globe's shadow falls on the far side of its rings.
                    float shade = !front && along > 0.1f && along < 1.5f ? Curve.smooth(1.1f, 1.5f, along) : 1;
                    canvas.blend(
                            column, row, light.times(0.25f + 0.6f * shade), Curve.clamp(groove) * edge * gap * 0.85f);
                }
            }
        });
    }
}
