package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Noise;

/** Oil on canvas: dabs, and bristle marks that follow a slow field of directions and catch the light. */
final class OilFilter implements Filter {

    private final Noise noise;

    OilFilter(int seed) {
        this.noise = new Noise(seed);
    }

    @Override
    public byte[] apply(byte[] rgb, Canvas canvas) {
        byte[] dabs = new Kuwahara(0.006f).apply(new Kuwahara(0.009f).apply(rgb, canvas), canvas);
        canvas.rows(0, canvas.height(), row -> {
            float y = canvas.y(row);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float bend = noise.at(x * 2, y * 2) * 0.06f;
                float bristle = noise.at((x + bend) * 26, (y - bend) * 150 + x * 30)
                        + 0.6f * noise.at((x - bend) * 60, (y + bend) * 220);
                int i = 3 * (row * canvas.width() + column);
                for (int c = 0; c < 3; c++) {
                    int value = dabs[i + c] & 255;
                    dabs[i + c] = (byte) Math.max(
                            0, Math.min(255, Math.round(value * (1 + 0.045f * bristle) + bristle * 1.5f)));
                }
            }
        });
        return dabs;
    }
}
