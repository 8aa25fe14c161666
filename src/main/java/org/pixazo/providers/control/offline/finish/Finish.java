package org.pixazo.providers.control.offline.finish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pixazo.providers.control.offline.paint.Canvas;
import org.pixazo.providers.control.offline.scene.Style;

/** Turns a painted canvas into the pixels of a file, in the manner of the scene's styles. */
public final class Finish {

    private final Set<Style> styles;
    private final int seed;

    /** @param seed of grain and paper */
    public Finish(Set<Style> styles, int seed) {
        this.styles = styles;
        this.seed = seed;
    }

    /** @return three bytes a pixel, row by row */
    public byte[] apply(Canvas canvas) {
        List<Filter> filters = filters();
        byte[] rgb = new Develop(styles, filters.isEmpty(), seed).apply(canvas);
        for (Filter filter : filters) {
            rgb = filter.apply(rgb, canvas);
        }
        return rgb;
    }

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        if (styles.contains(Style.OIL)) {
            filters.add(new OilFilter(seed));
        }
        if (styles.contains(Style.WATERCOLOR)) {
            filters.add(new WatercolorFilter(seed));
        }
        if (styles.contains(Style.LINE_ART)) {
            filters.add(new LineFilter(seed));
        }
        if (styles.contains(Style.PIXEL_ART)) {
            filters.add(new PixelFilter());
        }
        return filters;
    }
}
