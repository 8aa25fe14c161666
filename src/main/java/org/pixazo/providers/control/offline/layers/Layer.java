package org.pixazo.providers.control.offline.layers;

import org.pixazo.providers.control.offline.paint.Canvas;

/** One element of a picture. It paints over what lies behind it. */
@FunctionalInterface
interface Layer {

    /** Paints once, from the setting it was made with. */
    void paint(Canvas canvas);
}
