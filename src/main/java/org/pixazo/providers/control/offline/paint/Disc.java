package org.pixazo.providers.control.offline.paint;

/** Round things: smooth-edged discs, and glows of light. */
public final class Disc {

    private Disc() {}

    /**
     * Fills an ellipse with upright axes.
     *
     * @param rx half of its width in frame units
     * @param ry half of its height in frame units
     * @param soft share of the radius over which the edge fades, 0 for one pixel
     */
    public static void fill(Canvas canvas, float cx, float cy, float rx, float ry, float soft, Ink ink, float opacity) {
        float edge = Math.max(soft, 1.2f / (Math.min(rx, ry) * canvas.height()));
        float reach = 1 + edge;
        int left = canvas.column(cx - rx * reach);
        int right = Math.min(canvas.width(), canvas.column(cx + rx * reach) + 1);
        canvas.rows(canvas.row(cy - ry * reach), canvas.row(cy + ry * reach) + 1, row -> {
            float dy = (canvas.y(row) - cy) / ry;
            for (int column = left; column < right; column++) {
                float dx = (canvas.x(column) - cx) / rx;
                float distance = (float) Math.sqrt(dx * dx + dy * dy);
                float cover = Curve.clamp((1 - distance) / edge + 0.5f);
                if (cover > 0) {
                    canvas.blend(column, row, ink.at(canvas.x(column), canvas.y(row)), cover * opacity);
                }
            }
        });
    }

    /** Adds light that falls off from a point. @param radius frame units, where it has faded to nothing */
    public static void glow(Canvas canvas, float cx, float cy, float radius, Rgb colour, float strength) {
        int left = canvas.column(cx - radius);
        int right = Math.min(canvas.width(), canvas.column(cx + radius) + 1);
        canvas.rows(canvas.row(cy - radius), canvas.row(cy + radius) + 1, row -> {
            float dy = (canvas.y(row) - cy) / radius;
            for (int column = left; column < right; column++) {
                float dx = (canvas.x(column) - cx) / radius;
                float fall = Math.max(0, 1 - (float) Math.sqrt(dx * dx + dy * dy));
                canvas.shine(column, row, colour, strength * fall * fall * fall);
            }
        });
    }
}
