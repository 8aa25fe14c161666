package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Hour;

/**
 * Clouds on a plane above the viewer, seen in perspective. Where they are thinner towards the sun they are lit: the
 * difference of density stands for the light's way through them.
 */
final class CloudLayer implements Layer {

    private static final float REACH = 0.16f;

    private final Setting setting;
    private final Noise noise;
    private final float offset;
    private final float cover;
    private final float stretch;

    CloudLayer(Setting setting) {
        Dice dice = setting.dice().of("clouds");
        this.setting = setting;
        this.noise = new Noise(dice.seed());
        this.offset = dice.between(0, 40);
        this.cover = cover(setting, dice);
        this.stretch = dice.between(0.55f, 1);
    }

    private static float cover(Setting setting, Dice dice) {
        if (setting.scene().has(Element.STORM)) {
            return 0.5f;
        }
        if (setting.scene().has(Element.CLOUDS, Element.RAIN)) {
            return 0.2f;
        }
        boolean low = setting.scene().hour() == Hour.SUNSET || setting.scene().hour() == Hour.DAWN;
        return setting.night() ? dice.between(-0.42f, -0.22f) : dice.between(-0.14f, low ? 0.1f : 0.02f);
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.rows(0, canvas.row(setting.horizon()), row -> {
            float y = canvas.y(row);
            float up = setting.horizon() - y;
            float depth = 0.42f / (up + 0.085f);
            float fade = Curve.smooth(0, 0.12f, up);
            for (int column = 0; column < canvas.width(); column++) {
                pixel(canvas, column, row, y, depth, fade);
            }
        });
    }

    private void pixel(Canvas canvas, int column, int row, float y, float depth, float fade) {
        float x = canvas.x(column);
        float u = (x - setting.aspect() / 2) * depth * 1.5f * stretch + offset;
        float v = depth * 1.7f;
        float warp = noise.fbm(u * 0.45f, v * 0.45f, 2);
        float density = density(u + warp * 0.5f, v + warp * 0.3f, 6);
        if (density <= 0) {
            return;
        }
        float towardsX = setting.sunX() > x ? 1 : -1;
        float side = Math.min(1, Math.abs(setting.sunX() - x) * 2.5f);
        float beyond = density(
                u + warp * 0.5f + REACH * towardsX * side,
                v + warp * 0.3f + REACH * Curve.clamp((setting.sunY() - y) * 6 + 0.5f) * 1.7f - REACH,
                4);
        float near = setting.sunNear(x, y, 0.4f);
        float light = Curve.clamp(0.52f + (density - beyond) * 1.1f + 0.35f * near - density * 0.3f);
        Palette p = setting.palette();
        Rgb colour = p.cloudShade().mix(p.cloudLit(), light);
        // Thin cloud before the sun lets it through, with the bright fringe of forward scattering.
        colour = colour.plus(
                p.glow().times(near * (1 - Curve.smooth(0, 0.7f, density)) * (setting.night() ? 0.1f : 0.4f)));
        colour = colour.mix(setting.hazeAt(x), 0.55f * (1 - fade));
        canvas.blend(column, row, colour, Curve.smooth(0, 0.5f, density) * (0.25f + 0.7f * fade));
    }

    private float density(float u, float v, int octaves) {
        return noise.fbm(u, v, octaves) * 1.35f + cover;
    }
}
