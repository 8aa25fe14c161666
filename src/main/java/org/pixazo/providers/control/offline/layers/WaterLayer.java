package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Mood;
import org.pixazo.providers.control.offline.scene.Scene;

/**
 * Water below the shoreline. It mirrors what is painted above it, displaced by the slope of its waves, more so at a flat
 * angle (Schlick's approximation of Fresnel's law), and glitters under the sun.
 */
final class WaterLayer implements Layer {

    private final Setting setting;
    private final Shoreline shoreline;
    private final Noise waves;
    private final Rgb deep;
    private final float rough;
    private final boolean foam;

    WaterLayer(Setting setting, Shoreline shoreline) {
        Scene scene = setting.scene();
        Dice dice = setting.dice().of("water");
        this.setting = setting;
        this.shoreline = shoreline;
        this.waves = new Noise(dice.seed());
        this.rough = roughness(scene) * dice.between(0.85f, 1.15f);
        this.foam = scene.has(Element.SEA) && rough > 0.8f;
        Rgb own = setting.palette().water();
        List<Rgb> asked = scene.has(Element.SEA) ? scene.coloursOf(Element.SEA) : scene.coloursOf(Element.LAKE);
        this.deep = asked.isEmpty() ? own : own.tinted(asked.get(0), 0.8f).times(1.6f);
    }

    private static float roughness(Scene scene) {
        if (scene.has(Element.STORM)) {
            return 1.8f;
        }
        float base = scene.has(Element.SEA) && !scene.has(Element.CITY) ? 0.95f : 0.3f;
        return scene.mood() == Mood.CALM ? base * 0.5f : base;
    }

    @Override
    public void paint(Canvas canvas) {
        float highest = setting.horizon();
        canvas.rows(canvas.row(highest), canvas.height(), row -> {
            float y = canvas.y(row);
            float distance = 1 / Math.max(0.004f, y - setting.horizon());
            for (int column = 0; column < canvas.width(); column++) {
                float cover = Curve.clamp((y - shoreline.at(column)) * canvas.height() + 0.5f);
                if (cover > 0) {
                    canvas.blend(column, row, colour(canvas, column, y, distance), cover);
                }
            }
        });
    }

    private Rgb colour(Canvas canvas, int column, float y, float distance) {
        float x = canvas.x(column);
        float wx = (x - setting.aspect() / 2) * distance;
        // Waves smaller than a pixel would only sparkle at random, so they flatten with the distance.
        float far = Curve.decay(distance * 0.045f);
        float swell = waves.at(wx * 0.55f, distance * 1.5f);
        float ripple = waves.fbm(wx * 2.1f + swell, distance * 5.5f, 3);
        float slope = (swell * 0.55f + ripple) * rough;
        float shore = shoreline.at(column);
        float below = y - shore;
        float spread = 0.012f + 0.16f * below;
        float mirrorY = shore - below * (1 - 0.12f * rough) - Math.abs(slope) * spread * 0.7f - slope * spread * 0.5f;
        float mirrorX = x + slope * spread * 0.16f;
        Rgb mirrored = sample(canvas, mirrorX, Math.max(0, mirrorY), 0.004f + 0.02f * rough * below);
        float grazing =
                Curve.clamp(1 - (0.75f + 0.8f * Math.min(1, rough)) * (y - setting.horizon()) - slope * 0.28f * far);
        float fresnel = 0.1f + 0.82f * grazing * grazing * grazing;
        Rgb body =
                deep.times(1 + 0.35f * slope).plus(setting.palette().ambient().times(0.05f));
        Rgb water = body.mix(mirrored.times(0.96f), fresnel);
        water = water.plus(glitter(x, y, slope, far));
        if (foam) {
            float crest = Curve.smooth(0.5f, 0.78f, waves.fbm(wx * 0.9f + 31, distance * 3.2f, 4) + 0.35f * swell);
            water = water.mix(setting.palette().lit(Rgb.WHITE, 0.35f), crest * 0.6f * far * Math.min(1, rough * 0.6f));
        }
        return water.mix(setting.hazeAt(x), Curve.smooth(16, 120, distance) * 0.75f);
    }

    private Rgb glitter(float x, float y, float slope, float far) {
        if (!setting.sunVisible()) {
            return Rgb.BLACK;
        }
        float width = 0.05f + (y - setting.horizon()) * (0.22f + 0.2f * rough);
        float under = Curve.bell(x - setting.sunX() + slope * 0.02f, width);
        float facet = Curve.smooth(0.1f, 0.75f, slope / Math.max(0.5f, rough) + 0.3f * (1 - far));
        float strength = setting.night() ? 0.5f : 1.15f;
        return setting.palette().glow().times(strength * under * (0.12f + facet));
    }

    private static Rgb sample(Canvas canvas, float x, float y, float blur) {
        int column = Math.round(x * canvas.height() - 0.5f);
        Rgb middle = canvas.get(column, (int) (y * canvas.height()));
        Rgb above = canvas.get(column, (int) (Math.max(0, y - blur) * canvas.height()));
        Rgb under = canvas.get(column, (int) (Math.max(0, y - blur * 0.5f) * canvas.height()));
        return middle.plus(above).plus(under).times(1 / 3f);
    }
}
