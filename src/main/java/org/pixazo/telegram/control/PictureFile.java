package org.pixazo.telegram.control;

/**
 * A picture as it is sent.
 *
 * @param mediaType as in {@code image/png}
 */
record PictureFile(byte[] bytes, String mediaType) {

    String extension() {
        return mediaType.substring("image/".length()).replace("jpeg", "jpg");
    }
}
