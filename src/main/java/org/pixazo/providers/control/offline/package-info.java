/**
 * The renderer behind the image model {@code offline}: no AI, but rules and noise. A prompt's words become a
 * {@link org.pixazo.providers.control.offline.scene.Scene}, the scene's elements become layers, the layers light on a
 * canvas, the canvas a PNG file. The same prompt, size and seed give the same file to the byte, on every machine.
 */
package org.pixazo.providers.control.offline;
