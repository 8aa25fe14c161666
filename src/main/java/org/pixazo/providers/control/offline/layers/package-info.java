/**
 * The elements of a picture, one {@link org.pixazo.providers.control.offline.layers.Layer} each, painted from the back
 * to the front by {@link org.pixazo.providers.control.offline.layers.Composer}.
 */
package org.pixazo.providers.control.offline.layers;
