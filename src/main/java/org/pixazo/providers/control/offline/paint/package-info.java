/**
 * Tools of the offline renderer that know nothing of its subjects: colours, noise, dice, a canvas and shapes on it.
 *
 * <p>Everything here computes with {@code int}, {@code float} and {@link StrictMath} only, so that a picture is the same
 * to the bit on every machine. Lengths and places are in <em>frame units</em>: 1 is the height of the picture, x runs
 * from 0 at the left, y from 0 at the top down to 1.
 */
package org.pixazo.providers.control.offline.paint;
