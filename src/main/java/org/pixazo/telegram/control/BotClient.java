package org.pixazo.telegram.control;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.AbstractSendRequest;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendChatAction;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMediaGroup;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendMessageDraft;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.request.SetMyCommands;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.MessagesResponse;
import com.pengrad.telegrambot.response.SendResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.pixazo.telegram.entity.BotApiException;
import org.pixazo.telegram.entity.Button;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.telegram.entity.Outgoing;

/**
 * Telegram's Bot API. The one class, with {@link UpdateTranslation}, that knows the library; made when there is a token,
 * so that nothing of it is loaded otherwise. Calls block and are safe from any thread. All throw {@link BotApiException}.
 */
final class BotClient {

    private static final long CONNECT_SECONDS = 10;
    private static final long ANSWER_SECONDS = 60;
    private static final int IDLE_CONNECTIONS = 8;
    private static final long IDLE_SECONDS = 20;
    private static final int MOST_UPDATES = 100;
    private static final int WEBHOOK_CONNECTIONS = 20;
    private static final String[] WANTED = {"message", "callback_query", "my_chat_member"};

    private final TelegramBot bot;
    private final OkHttpClient http;

    private volatile boolean drafts = true;
    private volatile long id;
    private volatile String name = "";

    BotClient(String token, String apiUrl) {
        // Repeating by itself it might send a message twice.
        http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .writeTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .addInterceptor(new LastByte())
                .build();
        bot = new TelegramBot.Builder(token)
                .okHttpClient(http)
                .apiUrl(apiUrl + "/bot")
                .fileApiUrl(apiUrl + "/file/bot")
                .build();
    }

    /** Asks who the bot is; the other calls may follow. */
    void begin() {
        var me = call(new GetMe()).user();
        id = me.id();
        name = me.username();
    }

    /** The bot's name without the sign; empty before {@link #begin}. */
    String name() {
        return name;
    }

    /** Ends all calls. */
    void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Waits for updates behind an offset, at most so many seconds. */
    List<Incoming> updates(long offset, int seconds) {
        GetUpdates request = new GetUpdates()
                .offset((int) offset)
                .limit(MOST_UPDATES)
                .timeout(seconds)
                .allowedUpdates(WANTED);
        List<Incoming> updates = new ArrayList<>();
        call(request).updates().forEach(update -> updates.add(UpdateTranslation.of(update, id)));
        return updates;
    }

    /** An update from the body of a webhook's request. */
    Incoming update(String json) {
        return UpdateTranslation.of(com.pengrad.telegrambot.utility.BotUtils.parseUpdate(json), id);
    }

    void setWebhook(String url, String secret) {
        call(new SetWebhook()
                .url(url)
                .secretToken(secret)
                .maxConnections(WEBHOOK_CONNECTIONS)
                .allowedUpdates(WANTED));
    }

    void removeWebhook() {
        call(new DeleteWebhook());
    }

    /** @param language null for people whose language has no menu of its own */
    void setMenu(Map<String, String> commands, String language) {
        BotCommand[] menu = commands.entrySet().stream()
                .map(entry -> new BotCommand(entry.getKey(), entry.getValue()))
                .toArray(BotCommand[]::new);
        SetMyCommands request = new SetMyCommands(menu);
        call(language == null ? request : request.languageCode(language));
    }

    /** Shows what the bot does, for five seconds. */
    void action(long chat, Long thread, String action) {
        SendChatAction request = new SendChatAction(chat, action);
        call(thread == null ? request : request.messageThreadId(thread));
    }

    /** Shows the beginning of an answer in a private chat, for half a minute. */
    void draft(long chat, int draft, String text) {
        call(new SendMessageDraft(chat, draft, text));
    }

    /** Whether drafts may be tried: until a Bot API server says that it has none. */
    boolean hasDrafts() {
        return drafts;
    }

    void giveUpDrafts() {
        drafts = false;
    }

    void acknowledge(String press) {
        call(new AnswerCallbackQuery(press));
    }

    /** A file that somebody sent. */
    byte[] file(String fileId) {
        try {
            return bot.getFileContent(call(new GetFile(fileId)).file());
        } catch (IOException e) {
            throw BotApiException.unreachable(e);
        }
    }

    /**
     * Sends a message.
     *
     * @param files the pictures
     * @param beforeLastByte runs when Telegram has nearly all of it
     * @return id of the message
     */
    int send(Outgoing message, List<PictureFile> files, Runnable beforeLastByte) {
        return LastByte.announcing(beforeLastByte, () -> switch (message.kind()) {
            case TEXT -> sent(ready(textOf(message), message));
            case FILE ->
                sent(ready(
                        caption(
                                new SendDocument(
                                                (Object) message.spot().chatId(),
                                                message.plain().getBytes(StandardCharsets.UTF_8))
                                        .fileName(message.fileName()),
                                message),
                        message));
            case ORIGINAL ->
                sent(ready(
                        new SendDocument(
                                        (Object) message.spot().chatId(),
                                        files.get(0).bytes())
                                .fileName(
                                        message.fileName() + "." + files.get(0).extension())
                                .contentType(files.get(0).mediaType()),
                        message));
            case PHOTO -> files.size() == 1 ? sent(photo(message, files.get(0))) : album(message, files);
            case REMOVAL -> throw new IllegalArgumentException("A removal needs a message");
        });
    }

    /** Gives an earlier message another text. */
    void edit(int messageId, Outgoing message) {
        EditMessageText request = new EditMessageText(message.spot().chatId(), messageId, text(message))
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        if (message.html() != null) {
            request.parseMode(ParseMode.HTML);
        }
        if (!message.buttons().isEmpty()) {
            request.replyMarkup(keyboard(message.buttons()));
        }
        call(request);
    }

    void remove(long chat, int messageId) {
        call(new DeleteMessage(chat, messageId));
    }

    private SendMessage textOf(Outgoing message) {
        SendMessage request = new SendMessage((Object) message.spot().chatId(), text(message));
        request.linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        return message.html() == null ? request : request.parseMode(ParseMode.HTML);
    }

    private static SendDocument caption(SendDocument request, Outgoing message) {
        return message.html() == null
                ? request
                : request.caption(message.html()).parseMode(ParseMode.HTML);
    }

    private SendPhoto photo(Outgoing message, PictureFile file) {
        SendPhoto request = new SendPhoto((Object) message.spot().chatId(), file.bytes())
                .fileName("pixazo." + file.extension())
                .contentType(file.mediaType());
        if (text(message) != null) {
            request.caption(text(message));
        }
        if (message.html() != null) {
            request.parseMode(ParseMode.HTML);
        }
        return ready(request, message);
    }

    /** An album has no buttons; they follow in a message of their own. */
    private int album(Outgoing message, List<PictureFile> files) {
        InputMediaPhoto[] photos = files.stream()
                .map(file -> new InputMediaPhoto(file.bytes()).fileName("pixazo." + file.extension()))
                .toArray(InputMediaPhoto[]::new);
        if (text(message) != null) {
            photos[0].caption(text(message));
        }
        if (message.html() != null) {
            photos[0].parseMode(ParseMode.HTML);
        }
        SendMediaGroup request = new SendMediaGroup(message.spot().chatId(), photos);
        if (message.spot().thread() != null) {
            request.messageThreadId(message.spot().thread());
        }
        if (message.spot().replyTo() != null) {
            request.replyParameters(reply(message));
        }
        MessagesResponse response = call(request);
        return response.messages()[0].messageId();
    }

    private static <T extends AbstractSendRequest<T>> T ready(T request, Outgoing message) {
        if (message.spot().thread() != null) {
            request.messageThreadId(message.spot().thread());
        }
        if (message.spot().replyTo() != null) {
            request.replyParameters(reply(message));
        }
        if (!message.buttons().isEmpty()) {
            request.replyMarkup(keyboard(message.buttons()));
        }
        return request;
    }

    private static ReplyParameters reply(Outgoing message) {
        return new ReplyParameters(message.spot().replyTo()).allowSendingWithoutReply(true);
    }

    private static InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
        return new InlineKeyboardMarkup(rows.stream()
                .map(row -> row.stream()
                        .map(button -> button.url() == null
                                ? new InlineKeyboardButton(button.text()).callbackData(button.data())
                                : new InlineKeyboardButton(button.text()).url(button.url()))
                        .toArray(InlineKeyboardButton[]::new))
                .toArray(InlineKeyboardButton[][]::new));
    }

    private static String text(Outgoing message) {
        return message.html() == null ? message.plain() : message.html();
    }

    private <T extends BaseRequest<T, SendResponse>> int sent(T request) {
        return call(request).message().messageId();
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> R call(BaseRequest<T, R> request) {
        R response;
        try {
            response = bot.execute(request);
        } catch (RuntimeException e) {
            throw BotApiException.unreachable(e.getCause() == null ? e : e.getCause());
        }
        if (response == null) {
            throw new BotApiException(502, "The Bot API gave an answer that is none of its own.", 0);
        }
        if (!response.isOk()) {
            Integer wait =
                    response.parameters() == null ? null : response.parameters().retryAfter();
            throw new BotApiException(response.errorCode(), response.description(), wait == null ? 0 : wait);
        }
        return response;
    }
}
