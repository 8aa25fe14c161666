package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Noise;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Scene;

/** A nebula: noise warped by noise twice (after Inigo Quilez, "Domain warping", 2002), glowing gas and dark dust. */
final class SpaceLayer implements Layer {

    private static final List<List<Integer>> GASES = List.of(
            List.of(0xE2457F, 0x4B5BE0, 0xFFB77A),
            List.of(0x27B8B0, 0x6A3FC4, 0xFFE0A8),
            List.of(0xF0803C, 0x3560C8, 0xFFF0D0),
            List.of(0xB44CE0, 0x2A86D8, 0xFF9FC0),
            List.of(0xD8432F, 0x7A2E8C, 0xFFC470));

    private final Setting setting;

    SpaceLayer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public void paint(Canvas canvas) {
        Dice dice = setting.dice().of("space");
        Noise noise = new Noise(dice.seed());
        Rgb[] gases = gases(setting.scene(), dice);
        float turn = dice.between(-0.9f, 0.9f);
        float middle = dice.between(0.4f, 0.6f);
        canvas.rows(0, canvas.height(), row -> {
            float y = canvas.y(row);
            for (int column = 0; column < canvas.width(); column++) {
                float x = canvas.x(column);
                float u = x * 1.25f;
                float v = y * 1.25f;
                float qx = noise.fbm(u, v, 4);
                float qy = noise.fbm(u + 5.2f, v + 1.3f, 4);
                float cloud = 0.5f + 0.75f * noise.fbm(u + 0.85f * qx, v + 0.85f * qy, 6);
                float dust = Curve.smooth(0.02f, 0.5f, noise.fbm(u * 1.7f - qy, v * 1.7f + qx + 8, 5));
                float band = Curve.bell(y - middle - turn * (x - canvas.aspect() / 2) * 0.6f + 0.15f * qx, 0.42f);
                float gas = Math.max(0, cloud) * (0.16f + band);
                Rgb colour = gases[0].mix(gases[1], Curve.smooth(-0.3f, 0.4f, qx + 0.6f * qy));
                Rgb hot = gases[2].times(Curve.smooth(0.62f, 1.15f, gas + 0.25f * qy) * 0.8f);
                Rgb lit = colour.times(gas * gas * 0.95f).plus(hot).times(1 - 0.8f * dust);
                canvas.set(column, row, lit.plus(new Rgb(0.003f, 0.004f, 0.010f)));
            }
        });
    }

    private static Rgb[] gases(Scene scene, Dice dice) {
        List<Integer> chosen = dice.pick(GASES);
        Rgb[] gases = new Rgb[3];
        List<Rgb> asked = scene.coloursOf(Element.SPACE).isEmpty() ? scene.tints() : scene.coloursOf(Element.SPACE);
        for (int i = 0; i < 3; i++) {
            gases[i] = Rgb.of(chosen.get(i));
            if (!asked.isEmpty()) {
                gases[i] = gases[i].mix(asked.get(i % asked.size()), i == 2 ? 0.3f : 0.8f);
            }
        }
        return gases;
    }
}
