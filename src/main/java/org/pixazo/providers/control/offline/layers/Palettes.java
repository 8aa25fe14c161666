package org.pixazo.providers.control.offline.layers;

import java.util.List;
import java.util.Map;
import org.pixazo.providers.control.offline.paint.Dice;
import org.pixazo.providers.control.offline.paint.Rgb;
import org.pixazo.providers.control.offline.scene.Element;
import org.pixazo.providers.control.offline.scene.Hour;
import org.pixazo.providers.control.offline.scene.Mood;
import org.pixazo.providers.control.offline.scene.Scene;
import org.pixazo.providers.control.offline.scene.Style;

/** Chooses the colours of a scene: by hour, then bent by weather, mood, style and colour words. */
final class Palettes {

    private static final Map<Hour, List<Palette>> BY_HOUR = Map.of(
            Hour.DAY,
            List.of(
                    palette(
                            0x1F5FB0, 0x5C9FDB, 0xD3E6F0, 0xFFF4DC, 0xFFF0D8, 1.75f, 0x8FB2DA, 0xFFFFFF, 0x9FB2CB,
                            0xBCD3E4, 0x0E4A66),
                    palette(
                            0x2A78B8, 0x74B7DE, 0xF1EBD6, 0xFFF2CF, 0xFFE9C4, 1.75f, 0x93B5CF, 0xFFFBF2, 0xAAB6C4,
                            0xD3DAD8, 0x126071)),
            Hour.SUNSET,
            List.of(
                    palette(
                            0x232559, 0x7D4686, 0xFF9350, 0xFFC878, 0xFF9A56, 1.9f, 0x6A5A92, 0xFF9D6C, 0x543C6C,
                            0xD08A78, 0x1F2A52),
                    palette(
                            0x2A4A7C, 0x8A82BA, 0xFFB79A, 0xFFDDA8, 0xFFB27A, 1.9f, 0x7C88B4, 0xFFA08E, 0x716A9A,
                            0xDDA79E, 0x25405F),
                    palette(
                            0x1B1740, 0x84254F, 0xFF7A3C, 0xFFBE5A, 0xFF8744, 1.9f, 0x5D4878, 0xFF7F52, 0x43244E,
                            0xB8634F, 0x1D1F44)),
            Hour.DAWN,
            List.of(
                    palette(
                            0x4470A6, 0x9FB6D6, 0xFFDCBE, 0xFFEFC9, 0xFFD3A2, 1.9f, 0x8EA2C4, 0xFFE0CB, 0x9C9FBE,
                            0xDCCFCB, 0x2A5470),
                    palette(
                            0x5B6CA8, 0xC2A3C6, 0xFFC9B8, 0xFFE7C2, 0xFFC6A0, 1.9f, 0x9696BE, 0xFFD0C4, 0x9A8DB4,
                            0xDDBFC4, 0x31507A)),
            Hour.NIGHT,
            List.of(
                    palette(
                            0x050A1E, 0x0D1D45, 0x2F5484, 0xA9C4EE, 0xB4CBF4, 0.42f, 0x22386A, 0x4A6290, 0x101B3A,
                            0x27426C, 0x071428),
                    palette(
                            0x03101C, 0x083043, 0x27707A, 0xB8E6DE, 0xB6E0E4, 0.42f, 0x1D4658, 0x4A7C86, 0x0C2330,
                            0x225862, 0x04161F),
                    palette(
                            0x0A0720, 0x231A52, 0x5A4690, 0xD0BCF2, 0xC6BCF4, 0.42f, 0x36306E, 0x675AA0, 0x1A1440,
                            0x423A78, 0x0B0B2A)));

    private Palettes() {}

    static Palette of(Scene scene, Dice dice) {
        Palette palette = dice.pick(BY_HOUR.get(scene.hour()));
        palette = weather(palette, scene);
        palette = manner(palette, scene);
        for (Rgb tint : scene.tints()) {
            float share = 0.62f / scene.tints().size();
            palette = palette.each(colour -> colour.tinted(tint, share));
        }
        return sky(palette, scene.coloursOf(Element.SKY));
    }

    private static Palette weather(Palette palette, Scene scene) {
        if (scene.has(Element.STORM)) {
            Rgb slate = Rgb.of(0x46566A);
            return palette.each(colour -> colour.tinted(slate, 0.62f).times(0.27f));
        }
        if (scene.has(Element.RAIN, Element.FOG, Element.SNOWFALL)) {
            Rgb grey = Rgb.of(0x9AA8B8);
            return palette.each(colour -> colour.tinted(grey, 0.42f).times(0.85f));
        }
        return palette;
    }

    private static Palette manner(Palette palette, Scene scene) {
        Palette result = palette;
        if (scene.styles().contains(Style.NEON)) {
            Rgb magenta = Rgb.of(0xD83BD2);
            result = result.each(colour -> colour.tinted(magenta, 0.4f).saturated(1.25f));
        }
        if (scene.mood() == Mood.DARK) {
            result = result.each(colour -> colour.saturated(0.7f).times(0.55f));
        } else if (scene.mood() == Mood.DREAMY) {
            Rgb lilac = Rgb.of(0xC9A0E8);
            result = result.each(colour -> colour.tinted(lilac, 0.25f));
        } else if (scene.mood() == Mood.JOYFUL) {
            result = result.each(colour -> colour.saturated(1.22f));
        } else if (scene.mood() == Mood.DRAMATIC) {
            result = result.each(colour -> colour.saturated(1.1f));
        }
        return result;
    }

    private static Palette sky(Palette p, List<Rgb> colours) {
        if (colours.isEmpty()) {
            return p;
        }
        Rgb hue = colours.get(0);
        return new Palette(
                p.zenith().tinted(hue, 0.8f),
                p.upper().tinted(hue, 0.85f),
                p.horizon().tinted(hue, 0.6f),
                p.glow().tinted(hue, 0.3f),
                p.sun(),
                p.ambient().tinted(hue, 0.3f),
                p.cloudLit().tinted(hue, 0.4f),
                p.cloudShade().tinted(hue, 0.6f),
                p.haze().tinted(hue, 0.5f),
                p.water().tinted(hue, 0.3f));
    }

    private static Palette palette(
            int zenith,
            int upper,
            int horizon,
            int glow,
            int sun,
            float sunStrength,
            int ambient,
            int cloudLit,
            int cloudShade,
            int haze,
            int water) {
        return new Palette(
                Rgb.of(zenith),
                Rgb.of(upper),
                Rgb.of(horizon),
                Rgb.of(glow),
                Rgb.of(sun).times(sunStrength),
                Rgb.of(ambient),
                Rgb.of(cloudLit),
                Rgb.of(cloudShade),
                Rgb.of(haze),
                Rgb.of(water));
    }
}
