package org.pixazo.telegram.control;

import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PhotoSize;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import org.pixazo.telegram.entity.Incoming;

/** From the library's updates to ours. What the bot does not understand becomes an update of chat 0. */
final class UpdateTranslation {

    private UpdateTranslation() {}

    /** @param bot id of the bot itself */
    static Incoming of(Update update, long bot) {
        if (update.callbackQuery() != null && update.callbackQuery().maybeInaccessibleMessage() != null) {
            var press = update.callbackQuery();
            var message = press.maybeInaccessibleMessage();
            Long thread = message instanceof Message whole && Boolean.TRUE.equals(whole.isTopicMessage())
                    ? whole.messageThreadId()
                    : null;
            return new Incoming(
                    update.updateId(),
                    message.chat().id(),
                    thread,
                    sender(press.from()),
                    message.messageId(),
                    message instanceof Message whole ? text(whole) : "",
                    false,
                    null,
                    new Incoming.Press(press.id(), press.data() == null ? "" : press.data()),
                    false);
        }
        if (update.message() != null && update.message().from() != null) {
            return message(update.updateId(), update.message(), bot);
        }
        if (update.myChatMember() != null) {
            var change = update.myChatMember();
            boolean blocked = change.newChatMember().status() == ChatMember.Status.kicked
                    || change.newChatMember().status() == ChatMember.Status.left;
            return new Incoming(
                    update.updateId(),
                    change.chat().id(),
                    null,
                    sender(change.from()),
                    null,
                    "",
                    false,
                    null,
                    null,
                    blocked);
        }
        return new Incoming(
                update.updateId(), 0, null, new Incoming.Sender(0, "", null, null), null, "", false, null, null, false);
    }

    private static Incoming message(long updateId, Message message, long bot) {
        Message answered = message.replyToMessage();
        return new Incoming(
                updateId,
                message.chat().id(),
                Boolean.TRUE.equals(message.isTopicMessage()) ? message.messageThreadId() : null,
                sender(message.from()),
                message.messageId(),
                text(message),
                answered != null && answered.from() != null && answered.from().id() == bot,
                attachment(message),
                null,
                false);
    }

    private static String text(Message message) {
        String text = message.text() == null ? message.caption() : message.text();
        return text == null ? "" : text;
    }

    private static Incoming.Attachment attachment(Message message) {
        PhotoSize[] sizes = message.photo();
        if (sizes != null && sizes.length > 0) {
            PhotoSize largest = sizes[sizes.length - 1];
            Long bytes = largest.fileSize() == null ? null : largest.fileSize().longValue();
            return new Incoming.Attachment(true, largest.fileId(), null, bytes);
        }
        return message.document() == null
                ? null
                : new Incoming.Attachment(
                        picture(message.document().mimeType()),
                        message.document().fileId(),
                        message.document().fileName(),
                        message.document().fileSize());
    }

    /** A picture that was sent as a file keeps its full size. */
    private static boolean picture(String mediaType) {
        return mediaType != null && mediaType.startsWith("image/");
    }

    private static Incoming.Sender sender(User user) {
        String last = user.lastName() == null ? "" : " " + user.lastName();
        return new Incoming.Sender(user.id(), user.firstName() + last, user.username(), user.languageCode());
    }
}
