package org.pixazo.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Telegram's Bot API without Telegram: people write and press buttons by {@link #say} and {@link #press}, and what the bot
 * shows them is in {@link #chat}. It refuses what Telegram refuses: broken HTML, texts and captions that are too long,
 * edits that change nothing, buttons with more than 64 bytes. It counts what comes faster than Telegram allows, and what
 * comes before a {@code retry_after} is over. {@link #fault} has it fail in any way.
 */
public final class FakeTelegram extends FakeServer {

    public static final String TOKEN = "123456:test-token-that-nobody-may-see";
    public static final String NAME = "pixazo_test_bot";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CALL = Pattern.compile("/bot([^/]+)/(\\w+)");
    private static final Pattern PART = Pattern.compile(
            "(?s)Content-Disposition: form-data; name=\"([^\"]+)\"(?:; filename=\"([^\"]*)\")?\\r\\n(?:[^\\r]*\\r\\n)*?\\r\\n(.*?)\\r\\n--");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)>");
    private static final List<String> TAGS = List.of("b", "i", "s", "u", "code", "pre", "a", "blockquote");
    private static final long SECOND = 1_000_000_000L;
    private static final long UNDER_WAY = SECOND / 5;
    private static final int MOST_A_SECOND = 30;

    /** A message as a person sees it. */
    public static final class Shown {

        private final int id;
        private volatile String html;
        private volatile String buttons;
        private final String kind;
        private final String file;
        private final int pictures;
        private final AtomicInteger edits = new AtomicInteger();

        Shown(int id, String kind, String html, String buttons, String file, int pictures) {
            this.id = id;
            this.kind = kind;
            this.html = html;
            this.buttons = buttons;
            this.file = file;
            this.pictures = pictures;
        }

        public int id() {
            return id;
        }

        /** {@code text}, {@code photo} or {@code document}. */
        public String kind() {
            return kind;
        }

        /** The words without markup. */
        public String text() {
            return html == null ? "" : plain(html);
        }

        public String html() {
            return html;
        }

        /** Content of a document. */
        public String file() {
            return file;
        }

        /** How many pictures. */
        public int pictures() {
            return pictures;
        }

        /** Its buttons as they were sent; null for none. */
        public String buttons() {
            return buttons;
        }

        public int edits() {
            return edits.get();
        }

        /** Data of the first button that shows a text. */
        public String button(String text) {
            for (JsonNode row : JSON.readTree(buttons == null ? "{}" : buttons).path("inline_keyboard")) {
                for (JsonNode button : row) {
                    if (button.path("text").asString().contains(text)) {
                        return button.path("callback_data").asString();
                    }
                }
            }
            throw new AssertionError("No button says " + text + ": " + buttons);
        }

        @Override
        public String toString() {
            return kind + " " + id + ": " + text();
        }
    }

    /** Something that goes wrong. */
    private record Fault(BiPredicate<String, Long> when, String how, AtomicInteger times) {}

    private final Map<Long, List<Shown>> chats = new ConcurrentHashMap<>();
    private final TreeMap<Integer, String> updates = new TreeMap<>();
    private final AtomicInteger lastMessage = new AtomicInteger(1000);
    private final AtomicInteger lastUpdate = new AtomicInteger(500);
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<Long, Deque<Long>> sentIn = new ConcurrentHashMap<>();
    private final Map<Long, Long> closedUntil = new ConcurrentHashMap<>();
    private final Map<Long, Long> closedAt = new ConcurrentHashMap<>();
    private final Deque<Long> sent = new ArrayDeque<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final List<String> menus = new CopyOnWriteArrayList<>();
    private volatile String webhook = "";
    private volatile boolean drafts;

    public FakeTelegram(int port) {
        super(port);
    }

    /** Runs until it is killed; the first argument is the port, 9103 where none is given. */
    public static void main(String[] arguments) {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9103;
        FakeTelegram telegram = new FakeTelegram(port);
        System.out.println("A Bot API without Telegram: TELEGRAM_API_URL=" + telegram.url() + " TELEGRAM_BOT_TOKEN="
                + TOKEN + "; POST /say {\"from\":1,\"text\":\"hello\"} writes, GET /chat/1 shows");
    }

    /** Has it know {@code sendMessageDraft}. */
    public FakeTelegram withDrafts() {
        drafts = true;
        return this;
    }

    /**
     * Has calls fail.
     *
     * @param when asked with the method and the chat, 0 for none
     * @param how {@code 429 3}, any other code with a description, {@code cut} before anything is done, {@code cut-after}
     *     everything is done, {@code slow 500} or {@code slow-after 500}
     */
    public void fault(int times, BiPredicate<String, Long> when, String how) {
        faults.add(new Fault(when, how, new AtomicInteger(times)));
    }

    /** A person writes in private. */
    public int say(long person, String text) {
        return say(person, person, text, Map.of());
    }

    /**
     * A person writes.
     *
     * @param chat negative for a group
     * @param more further fields of the message
     */
    public int say(long person, long chat, String text, Map<String, Object> more) {
        Map<String, Object> message = message(person, chat);
        message.put("text", text);
        message.putAll(more);
        add(Map.of("message", message));
        return (int) message.get("message_id");
    }

    /** A person sends a file. */
    public void sendFile(long person, String name, byte[] content) {
        sendFile(person, name, content, Map.of(), Map.of());
    }

    private void sendFile(
            long person, String name, byte[] content, Map<String, Object> ofFile, Map<String, Object> ofMessage) {
        String id = "file-" + lastMessage.incrementAndGet();
        files.put(id, content);
        Map<String, Object> document = new HashMap<>(ofFile);
        document.putAll(Map.of("file_id", id, "file_unique_id", id, "file_name", name, "file_size", content.length));
        Map<String, Object> message = message(person, person);
        message.put("document", document);
        message.putAll(ofMessage);
        add(Map.of("message", message));
    }

    /** A person sends a photo, which Telegram also has in a small size. */
    public void sendPhoto(long person, String caption, byte[] picture) {
        String id = "photo-" + lastMessage.incrementAndGet();
        files.put(id, picture);
        Map<String, Object> message = message(person, person);
        message.put("caption", caption);
        message.put("photo", List.of(size(id + "-small", 90, 67, 1_000), size(id, 320, 256, picture.length)));
        add(Map.of("message", message));
    }

    private static Map<String, Object> size(String id, int width, int height, int bytes) {
        return Map.of("file_id", id, "file_unique_id", id, "width", width, "height", height, "file_size", bytes);
    }

    /** A person sends a picture as a file, so that it keeps its size. */
    public void sendPictureFile(long person, String caption, byte[] png) {
        sendFile(person, "picture.png", png, Map.of("mime_type", "image/png"), Map.of("caption", caption));
    }

    /** A person presses a button. */
    public void press(long person, Shown below, String button) {
        press(person, person, below, button);
    }

    public void press(long person, long chat, Shown below, String button) {
        Map<String, Object> message = message(person, chat);
        message.put("message_id", below.id());
        message.put("text", below.text());
        add(Map.of(
                "callback_query",
                Map.of(
                        "id",
                        "press-" + lastUpdate.get(),
                        "from",
                        person(person),
                        "chat_instance",
                        "x",
                        "message",
                        message,
                        "data",
                        below.button(button))));
    }

    /** What a person sees, oldest first. */
    public List<Shown> chat(long chat) {
        return chats.computeIfAbsent(chat, key -> new CopyOnWriteArrayList<>());
    }

    /** The texts that a person sees. */
    public List<String> texts(long chat) {
        return chat(chat).stream().map(Shown::text).toList();
    }

    /** What was too fast or came too early. */
    public List<String> violations() {
        return violations;
    }

    /** How often a method was called. */
    public int calls(String method) {
        return calls.getOrDefault(method, new AtomicInteger()).get();
    }

    /** How often a method was called for a chat. */
    public int calls(String method, long chat) {
        return calls(method + " " + chat);
    }

    /** The commands of all menus as they were set. */
    public List<String> menus() {
        return menus;
    }

    /** The address that was set; empty for none. */
    public String webhook() {
        return webhook;
    }

    /** Updates that nobody has fetched. */
    public Collection<String> waiting() {
        synchronized (updates) {
            return List.copyOf(updates.values());
        }
    }

    private void add(Map<String, Object> content) {
        int id = lastUpdate.incrementAndGet();
        Map<String, Object> update = new LinkedHashMap<>(content);
        update.put("update_id", id);
        synchronized (updates) {
            updates.put(id, JSON.writeValueAsString(update));
            updates.notifyAll();
        }
    }

    private Map<String, Object> message(long person, long chat) {
        Map<String, Object> message = new HashMap<>();
        message.put("message_id", lastMessage.incrementAndGet());
        message.put("date", System.currentTimeMillis() / 1000);
        message.put("from", person(person));
        message.put("chat", Map.of("id", chat, "type", chat < 0 ? "supergroup" : "private"));
        return message;
    }

    private static Map<String, Object> person(long id) {
        return Map.of(
                "id",
                id,
                "is_bot",
                false,
                "first_name",
                "Ada" + id,
                "username",
                "ada" + id,
                "language_code",
                id == 49 ? "de" : "en");
    }

    @Override
    void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher call = CALL.matcher(path);
        if (path.startsWith("/file/bot" + TOKEN + "/")) {
            send(exchange, 200, "application/octet-stream", files.get(path.substring(path.lastIndexOf('/') + 1)));
        } else if (path.equals("/say")) {
            JsonNode said = JSON.readTree(record(exchange).body());
            say(said.path("from").asLong(), said.path("text").asString());
            send(exchange, 200, "{}");
        } else if (path.startsWith("/chat/")) {
            send(exchange, 200, JSON.writeValueAsString(texts(Long.parseLong(path.substring(6)))));
        } else if (!call.matches()) {
            refuse(exchange, 404, "Not Found");
        } else if (!call.group(1).equals(TOKEN)) {
            refuse(exchange, 401, "Unauthorized");
        } else {
            method(exchange, call.group(2));
        }
    }

    private void method(HttpExchange exchange, String method) throws IOException {
        Map<String, String> fields = fields(exchange, record(exchange).body());
        calls.computeIfAbsent(method, key -> new AtomicInteger()).incrementAndGet();
        long chat = Long.parseLong(fields.getOrDefault("chat_id", "0"));
        calls.computeIfAbsent(method + " " + chat, key -> new AtomicInteger()).incrementAndGet();
        notePatience(method, chat);
        String fault = fault(method, chat);
        if (fault.startsWith("slow ")) {
            pause(Long.parseLong(fault.substring(5)));
        } else if (fault.equals("cut")) {
            throw new IOException("cut as told");
        } else if (fault.startsWith("429")) {
            long wait = Long.parseLong(fault.substring(4));
            closedAt.put(chat, System.nanoTime());
            closedUntil.put(chat, System.nanoTime() + wait * SECOND);
            send(
                    exchange,
                    429,
                    "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + wait
                            + "\",\"parameters\":{\"retry_after\":" + wait + "}}");
            return;
        } else if (fault.matches("\\d{3} .*")) {
            refuse(exchange, Integer.parseInt(fault.substring(0, 3)), fault.substring(4));
            return;
        }
        String result = result(exchange, method, chat, fields);
        if (fault.equals("cut-after")) {
            throw new IOException("cut as told");
        }
        if (fault.startsWith("slow-after ")) {
            pause(Long.parseLong(fault.substring(11)));
        }
        if (result != null) {
            send(exchange, 200, "{\"ok\":true,\"result\":" + result + "}");
        }
    }

    /** The result of a method; null where it is refused already. */
    private String result(HttpExchange exchange, String method, long chat, Map<String, String> fields)
            throws IOException {
        switch (method) {
            case "getMe":
                return "{\"id\":999,\"is_bot\":true,\"first_name\":\"Pixazo\",\"username\":\"" + NAME + "\"}";
            case "getUpdates":
                return updates(fields);
            case "getFile":
                return "{\"file_id\":\"" + fields.get("file_id") + "\",\"file_unique_id\":\"u\",\"file_path\":\""
                        + fields.get("file_id") + "\"}";
            case "setMyCommands":
                menus.add(fields.getOrDefault("language_code", "") + fields.get("commands"));
                return "true";
            case "setWebhook":
                webhook = fields.getOrDefault("url", "") + " " + fields.get("secret_token");
                return "true";
            case "deleteWebhook", "sendChatAction", "answerCallbackQuery":
                return "true";
            case "sendMessageDraft":
                if (!drafts) {
                    refuse(exchange, 404, "Not Found");
                    return null;
                }
                notePace(chat);
                return "true";
            case "deleteMessage":
                notePace(chat);
                chat(chat).removeIf(message -> Integer.toString(message.id()).equals(fields.get("message_id")));
                return "true";
            case "editMessageText":
                return edited(exchange, chat, fields);
            case "sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup":
                return sent(exchange, method, chat, fields);
            default:
                refuse(exchange, 404, "Not Found: method not found");
                return null;
        }
    }

    private String updates(Map<String, String> fields) throws IOException {
        int offset = Integer.parseInt(fields.getOrDefault("offset", "0"));
        long end = System.nanoTime() + Long.parseLong(fields.getOrDefault("timeout", "0")) * SECOND;
        synchronized (updates) {
            updates.headMap(offset).clear();
            while (updates.isEmpty() && System.nanoTime() < end) {
                try {
                    updates.wait(200);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IOException("The fake server stops.", stopped);
                }
            }
            return "[" + String.join(",", updates.values().stream().limit(100).toList()) + "]";
        }
    }

    private String sent(HttpExchange exchange, String method, long chat, Map<String, String> fields)
            throws IOException {
        notePace(chat);
        JsonNode media = JSON.readTree(fields.getOrDefault("media", "[]"));
        String text = media.isEmpty()
                ? fields.getOrDefault("text", fields.getOrDefault("caption", ""))
                : media.get(0).path("caption").asString("");
        boolean html = fields.containsKey("parse_mode") || !media.isEmpty();
        String refusal = refusal(text, html, method.equals("sendMessage") ? 4096 : 1024, fields.get("reply_markup"));
        if (refusal != null) {
            refuse(exchange, 400, refusal);
            return null;
        }
        String kind = method.equals("sendMessage") ? "text" : method.equals("sendDocument") ? "document" : "photo";
        int pictures = method.equals("sendMediaGroup") ? media.size() : kind.equals("photo") ? 1 : 0;
        Shown shown = new Shown(
                lastMessage.incrementAndGet(),
                kind,
                html ? text : escape(text),
                fields.get("reply_markup"),
                fields.get("document"),
                pictures);
        chat(chat).add(shown);
        String message = "{\"message_id\":" + shown.id() + ",\"date\":1,\"chat\":{\"id\":" + chat + ",\"type\":\""
                + (chat < 0 ? "supergroup" : "private") + "\"}}";
        return method.equals("sendMediaGroup") ? "[" + message + "]" : message;
    }

    private String edited(HttpExchange exchange, long chat, Map<String, String> fields) throws IOException {
        notePace(chat);
        Shown shown = chat(chat).stream()
                .filter(message -> Integer.toString(message.id()).equals(fields.get("message_id")))
                .findFirst()
                .orElse(null);
        boolean html = fields.containsKey("parse_mode");
        String text = html ? fields.get("text") : escape(fields.get("text"));
        String refusal = shown == null
                ? "Bad Request: message to edit not found"
                : refusal(fields.get("text"), html, 4096, fields.get("reply_markup"));
        if (refusal == null
                && text.equals(shown.html)
                && String.valueOf(fields.get("reply_markup")).equals(String.valueOf(shown.buttons))) {
            refusal = "Bad Request: message is not modified: specified new message content and reply markup are exactly"
                    + " the same";
        }
        if (refusal != null) {
            refuse(exchange, 400, refusal);
            return null;
        }
        shown.html = text;
        shown.buttons = fields.get("reply_markup");
        shown.edits.incrementAndGet();
        return "true";
    }

    private static String refusal(String text, boolean html, int longest, String buttons) {
        if (html) {
            Deque<String> open = new ArrayDeque<>();
            Matcher tag = TAG.matcher(text);
            while (tag.find()) {
                if (!TAGS.contains(tag.group(2))) {
                    return "Bad Request: can't parse entities: Unsupported start tag \"" + tag.group(2) + "\"";
                }
                if (tag.group(1).isEmpty()) {
                    open.push(tag.group(2));
                } else if (open.isEmpty() || !open.pop().equals(tag.group(2))) {
                    return "Bad Request: can't parse entities: Unmatched end tag";
                }
            }
            String rest = tag.replaceAll("");
            if (!open.isEmpty()
                    || rest.contains("<")
                    || rest.contains(">")
                    || rest.matches("(?s).*&(?!(amp|lt|gt|quot);).*")) {
                return "Bad Request: can't parse entities: Can't find end tag";
            }
        }
        String plain = html ? plain(text) : text;
        if (plain.isBlank() && longest == 4096) {
            return "Bad Request: message text is empty";
        }
        if (plain.length() > longest) {
            return longest == 4096 ? "Bad Request: message is too long" : "Bad Request: message caption is too long";
        }
        if (buttons != null) {
            for (JsonNode row : JSON.readTree(buttons).path("inline_keyboard")) {
                for (JsonNode button : row) {
                    if (button.path("callback_data").asString("").getBytes(StandardCharsets.UTF_8).length > 64) {
                        return "Bad Request: BUTTON_DATA_INVALID";
                    }
                }
            }
        }
        return null;
    }

    /** Words without markup. */
    public static String plain(String html) {
        return html.replaceAll("<[^<>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String fault(String method, long chat) {
        for (Fault fault : faults) {
            if (fault.when().test(method, chat)) {
                if (fault.times().decrementAndGet() >= 0) {
                    return fault.how();
                }
                faults.remove(fault);
            }
        }
        return "";
    }

    /** One message a second to a person, twenty a minute to a group, thirty a second to all. */
    private void notePace(long chat) {
        long now = System.nanoTime();
        synchronized (sent) {
            sent.addLast(now);
            while (now - sent.peekFirst() > SECOND) {
                sent.removeFirst();
            }
            if (sent.size() > MOST_A_SECOND) {
                violations.add(sent.size() + " messages within a second");
            }
        }
        Deque<Long> own = sentIn.computeIfAbsent(chat, key -> new ArrayDeque<>());
        synchronized (own) {
            long span = chat < 0 ? 60 * SECOND : SECOND;
            own.addLast(now);
            while (now - own.peekFirst() >= span) {
                own.removeFirst();
            }
            if (own.size() > (chat < 0 ? 20 : 1)) {
                violations.add(own.size() + " messages to " + chat + " within " + span / SECOND + " s");
            }
        }
    }

    /** What was under way when a chat was closed is not held against the bot. */
    private void notePatience(String method, long chat) {
        Long until = closedUntil.get(chat);
        if (until != null && System.nanoTime() - closedAt.get(chat) < UNDER_WAY) {
            return;
        }
        if (chat != 0 && until != null && System.nanoTime() < until) {
            violations.add(method + " in " + chat + " came " + (until - System.nanoTime()) / 1_000_000
                    + " ms before retry_after was over");
        }
    }

    private static void refuse(HttpExchange exchange, int code, String description) throws IOException {
        send(
                exchange,
                code,
                JSON.writeValueAsString(Map.of("ok", false, "error_code", code, "description", description)));
    }

    private static Map<String, String> fields(HttpExchange exchange, String body) {
        Map<String, String> fields = new HashMap<>();
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (type.startsWith("multipart/")) {
            Matcher part = PART.matcher(body);
            int from = 0;
            while (part.find(from)) {
                fields.put(part.group(1), part.group(3));
                from = part.end() - 2;
            }
            return fields;
        }
        if (type.startsWith("application/json")) {
            JSON.readTree(body)
                    .properties()
                    .forEach(field -> fields.put(
                            field.getKey(),
                            field.getValue().isString()
                                    ? field.getValue().asString()
                                    : field.getValue().toString()));
            return fields;
        }
        for (String pair : body.split("&")) {
            if (pair.contains("=")) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, pair.indexOf('=')), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
