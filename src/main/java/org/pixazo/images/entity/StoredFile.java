package org.pixazo.images.entity;

/**
 * A file in the data folder.
 *
 * @param sha256 of its bytes, in hexadecimal; also its name
 * @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/webp}
 * @param bytes its length
 */
public record StoredFile(String sha256, String mediaType, long bytes) {}
