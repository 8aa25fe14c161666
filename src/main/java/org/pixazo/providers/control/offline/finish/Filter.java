package org.pixazo.providers.control.offline.finish;

import org.pixazo.providers.control.offline.paint.Canvas;

/** A change of finished pixels that looks at neighbours: the hand of a style. */
@FunctionalInterface
interface Filter {

    /**
     * @param rgb three bytes a pixel
     * @param canvas gives the size, and ends the work when nobody wants the picture
     * @return another picture of the same size
     */
    byte[] apply(byte[] rgb, Canvas canvas);
}
