package org.pixazo.telegram.entity;

/**
 * A button below a message.
 *
 * @param text that it shows
 * @param data that comes back when it is pressed, at most 64 bytes; null for a link
 * @param url that it opens; null otherwise
 */
public record Button(String text, String data, String url) {

    public static Button of(String text, String data) {
        return new Button(text, data, null);
    }

    public static Button link(String text, String url) {
        return new Button(text, null, url);
    }
}
