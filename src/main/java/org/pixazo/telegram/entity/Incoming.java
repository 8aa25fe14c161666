package org.pixazo.telegram.entity;

/**
 * What somebody on Telegram did, as far as the bot understands it.
 *
 * @param updateId Telegram's number of the update, which rises
 * @param chatId where; negative for groups
 * @param thread topic of a group; null for none
 * @param sender who
 * @param messageId the message, or the one whose button was pressed
 * @param text what was written, also below a file; empty for none
 * @param replyToBot whether it answers a message of the bot
 * @param attachment what was sent along; null for none
 * @param press the button; null for a message
 * @param blocked whether the person has stopped the bot with this
 */
public record Incoming(
        long updateId,
        long chatId,
        Long thread,
        Sender sender,
        Integer messageId,
        String text,
        boolean replyToBot,
        Attachment attachment,
        Press press,
        boolean blocked) {

    /**
     * A person on Telegram.
     *
     * @param username without the sign; null for none
     * @param language IETF tag; null where it is not told
     */
    public record Sender(long id, String name, String username, String language) {}

    /**
     * A file, which can be fetched for some time.
     *
     * @param picture whether it is a photo, or a picture that was sent as a file
     * @param name as the sender called it; null for photos
     * @param bytes how large; null where it is not told
     */
    public record Attachment(boolean picture, String fileId, String name, Long bytes) {}

    /**
     * A button was pressed.
     *
     * @param id to acknowledge it by
     * @param data of the button
     */
    public record Press(String id, String data) {}

    /** Whether several people read this chat. */
    public boolean group() {
        return chatId < 0;
    }

    /** Where an answer goes. */
    public Spot spot() {
        return new Spot(chatId, thread, group() && press == null ? messageId : null, sender.language());
    }
}
