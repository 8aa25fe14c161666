package org.pixazo.providers.control.offline.layers;

/**
 * The shape of the land. The viewer stands at x 0, z 0 with the eyes at height 1 above the level of the water, height 0;
 * z is the distance ahead, 2 at the lower edge of the picture, some 90 at the last mountains.
 */
interface Relief {

    /** Height of the bare ground; below 0 there is water where the scene has any. */
    float height(float x, float z);

    /** The same with less detail, for shadows. */
    float coarse(float x, float z);
}
