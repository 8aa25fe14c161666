package org.pixazo.telegram.entity;

import java.util.List;

/**
 * One message to Telegram, as it stands in the queue.
 *
 * @param kind what it is
 * @param spot where it goes
 * @param html the text in Telegram's HTML, or the caption; null for none
 * @param plain the same without markup, for when Telegram does not take the markup; of a file its content
 * @param buttons in rows; empty for none
 * @param about what it tells about, as in {@code job:7}: a message about the same that was sent before is edited instead;
 *     null for none
 * @param images ids of pictures
 * @param fileName of a file
 */
public record Outgoing(
        Kind kind,
        Spot spot,
        String html,
        String plain,
        List<List<Button>> buttons,
        String about,
        List<Long> images,
        String fileName) {

    /** What is sent. */
    public enum Kind {
        TEXT,
        /** One picture, or an album of several. */
        PHOTO,
        /** A picture as a file, byte for byte. */
        ORIGINAL,
        FILE,
        /** The earlier message about the same goes. */
        REMOVAL
    }

    public static Outgoing text(Spot spot, String html, String plain, List<List<Button>> buttons) {
        return new Outgoing(Kind.TEXT, spot, html, plain, buttons, null, List.of(), null);
    }

    public static Outgoing photo(
            Spot spot, String html, String plain, List<List<Button>> buttons, String about, List<Long> images) {
        return new Outgoing(Kind.PHOTO, spot, html, plain, buttons, about, images, null);
    }

    public static Outgoing original(Spot spot, String about, long image) {
        return new Outgoing(Kind.ORIGINAL, spot, null, null, List.of(), about, List.of(image), "pixazo-" + image);
    }

    public static Outgoing file(Spot spot, String html, String content, String fileName) {
        return new Outgoing(Kind.FILE, spot, html, content, List.of(), null, List.of(), fileName);
    }

    public static Outgoing removal(Spot spot, String about) {
        return new Outgoing(Kind.REMOVAL, spot, null, null, List.of(), about, List.of(), null);
    }

    /** The same, as the next state of the message about something. */
    public Outgoing about(String newAbout) {
        return new Outgoing(kind, spot, html, plain, buttons, newAbout, images, fileName);
    }

    /** The same without the message that it answers, which is gone. */
    public Outgoing replyingToNothing() {
        Spot alone = new Spot(spot.chatId(), spot.thread(), null, spot.language());
        return new Outgoing(kind, alone, html, plain, buttons, about, images, fileName);
    }

    /** The same without markup. */
    public Outgoing unformatted() {
        return new Outgoing(kind, spot, null, plain, buttons, about, images, fileName);
    }

    /** Whether sending it twice is worse than asking whether it came: pictures, which everybody notices. */
    public boolean once() {
        return kind == Kind.PHOTO || kind == Kind.ORIGINAL;
    }

    /** How many messages Telegram counts. */
    public int weight() {
        return Math.max(1, images.size());
    }
}
