/** From light to a file's pixels: bloom, tone curve, the finish of a style, grain. */
package org.pixazo.providers.control.offline.finish;
