package org.pixazo.providers.control.offline.layers;

import java.util.Arrays;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Rgb;

/**
 * Land in perspective. Each column of pixels is walked from the viewer to the horizon, in steps that grow with the
 * distance; what rises above all that came before is seen (the "voxel space" of NovaLogic's Comanche, 1992). Two walks a
 * pixel and exact coverage along them smooth the edges.
 */
final class TerrainLayer implements Layer {

    private static final float FAR = 95;
    private static final int WALKS = 2;
    private static final float COARSE = 3.5f;
    private static final int PARTS = 12;
    private static final float NARROW = 3;

    private final Setting setting;
    private final Relief relief;
    private final Grove grove;
    private final Sunlight sunlight;
    private final Shoreline shoreline;

    /** @param shoreline null where there is no water */
    TerrainLayer(Setting setting, Relief relief, Ground ground, Grove grove, Shoreline shoreline) {
        this.setting = setting;
        this.relief = relief;
        this.grove = grove;
        this.sunlight = new Sunlight(setting, relief, ground, grove);
        this.shoreline = shoreline;
    }

    @Override
    public void paint(Canvas canvas) {
        float[] light = new float[3 * canvas.height()];
        float[] cover = new float[canvas.height()];
        for (int column = 0; column < canvas.width(); column++) {
            if (column % 16 == 0) {
                canvas.checkWanted();
            }
            Arrays.fill(light, 0);
            Arrays.fill(cover, 0);
            float shore = 0;
            for (int walk = 0; walk < WALKS; walk++) {
                float x = (column + (walk + 0.5f) / WALKS) / canvas.height();
                shore += walk(x, canvas.height(), light, cover) / WALKS;
            }
            if (shoreline != null) {
                shoreline.set(column, shore);
            }
            for (int row = 0; row < canvas.height(); row++) {
                if (cover[row] > 0) {
                    float share = Math.min(1, cover[row]);
                    Rgb mean = new Rgb(light[3 * row], light[3 * row + 1], light[3 * row + 2]).times(1 / cover[row]);
                    canvas.blend(column, row, mean, share);
                }
            }
        }
    }

    /** @return where the water of this column begins */
    private float walk(float x, int height, float[] light, float[] cover) {
        Walk walk = new Walk(x, height, light, cover);
        int steps = Math.max(420, Math.min(800, height * 2 / 5));
        float near = 0.6f / (1 - setting.horizon());
        float growth = (float) StrictMath.pow(FAR / near, 1.0 / steps);
        boolean ashore = shoreline == null;
        float shore = setting.horizon();
        for (float z = near; z < FAR && walk.top > 0; z *= growth) {
            if (!ashore && relief.height(walk.direction * z, z) > 0) {
                ashore = true;
                shore = setting.horizon() + 1 / z;
                walk.top = Math.min(walk.top, shore * height);
            }
            if (ashore) {
                walk.step(z / growth, z);
            }
        }
        return shore;
    }

    /** One walk along a column, and how far up the picture it has filled it. */
    private final class Walk {

        private final float x;
        private final float direction;
        private final int height;
        private final float[] light;
        private final float[] cover;
        private float top;
        private Rgb before;

        Walk(float x, int height, float[] light, float[] cover) {
            this.x = x;
            this.direction = x - setting.aspect() / 2;
            this.height = height;
            this.light = light;
            this.cover = cover;
            this.top = height;
        }

        void step(float from, float to) {
            float ground = relief.height(direction * to, to);
            float tree = grove.height(direction * to, to, ground);
            float rise = top - project(to, ground, tree);
            // Crests fall between steps, and steep walls need more steps than level ground.
            boolean crest = before != null && rise <= 0;
            int parts = crest
                    ? 6
                    : rise > -NARROW && rise <= 0 ? 4 : rise > COARSE ? (int) Math.min(PARTS, 1 + rise / COARSE) : 1;
            for (int part = 1; part < parts; part++) {
                float between = from + (to - from) * part / parts;
                float rock = relief.height(direction * between, between);
                visit(between, rock, grove.height(direction * between, between, rock));
            }
            visit(to, ground, tree);
        }

        private float project(float z, float ground, float tree) {
            float raised = shoreline == null ? ground : Math.max(0, ground);
            return (setting.horizon() + (1 - raised - tree) / z) * height;
        }

        private void visit(float z, float ground, float tree) {
            float y = project(z, ground, tree);
            if (y < top) {
                Rgb colour = sunlight.at(x, direction * z, z, ground, tree);
                column(light, cover, Math.max(0, y), top, colour, before == null ? colour : before);
                top = y;
                before = colour;
            } else {
                before = null;
            }
        }
    }

    private static void column(float[] light, float[] cover, float from, float to, Rgb upper, Rgb lower) {
        for (int row = (int) from; row < to; row++) {
            float share = (Math.min(to, row + 1) - Math.max(from, row)) / WALKS;
            Rgb colour = upper.mix(lower, Curve.clamp((row + 0.5f - from) / Math.max(1, to - from)));
            light[3 * row] += colour.r() * share;
            light[3 * row + 1] += colour.g() * share;
            light[3 * row + 2] += colour.b() * share;
            cover[row] += share;
        }
    }
}
