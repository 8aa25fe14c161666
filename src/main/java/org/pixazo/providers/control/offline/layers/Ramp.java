package org.pixazo.providers.control.offline.layers;

import java.util.List;
import org.pixazo.providers.control.offline.paint.Curve;
import org.pixazo.providers.control.offline.paint.Rgb;

/** A smooth way through some colours. */
record Ramp(List<Rgb> colours) {

    /** @param t 0 for the first to 1 for the last */
    Rgb at(float t) {
        float place = Curve.clamp(t) * (colours.size() - 1);
        int i = Math.min(colours.size() - 2, (int) place);
        return colours.get(i).mix(colours.get(i + 1), Curve.smooth(0, 1, place - i));
    }
}
