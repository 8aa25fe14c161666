package org.pixazo.providers.entity;

/**
 * A picture as its maker delivered it, byte for byte. The array is handed over, not copied.
 *
 * @param bytes a complete PNG, JPEG, WebP or GIF file, checked by its magic bytes
 * @param mediaType {@code image/png}, {@code image/jpeg}, {@code image/webp} or {@code image/gif}
 */
public record ImageFile(byte[] bytes, String mediaType) {}
