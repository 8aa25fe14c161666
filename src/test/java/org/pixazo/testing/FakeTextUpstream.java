package org.pixazo.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenAI-compatible server without a model. Words in the last message choose what it does:
 *
 * <ul>
 *   <li>{@code fail-500}, {@code fail-429} or any other status: that status with an error object; with {@code once}
 *       beside it only the first time this message comes, and with {@code retry-after-3} with that header
 *   <li>beside {@code fail-…}, {@code code-x}: the error's code is {@code x}, and {@code echo-key}: its message holds the
 *       key of the request
 *   <li>{@code vendor-fields}: {@link #VENDOR_DOCUMENT}, or {@link #VENDOR_EVENTS}, byte for byte
 *   <li>{@code flood}: {@link #FLOOD_BYTES} of events as fast as they are taken; see {@link #flooded()}
 *   <li>{@code stall-start}: never answers; {@code stall}: a few words, then silence; {@code cut}: a few words, then the
 *       connection breaks; {@code end-early}: a few words, then a clean end without end mark
 *   <li>{@code say-nothing}: an answer without a word
 *   <li>{@code slow}: a word every 200 ms; {@code long}: a thousand words
 *   <li>{@code malformed}: a chunk that is not JSON; {@code error-in-stream}; {@code error-200}: an error object with
 *       status 200; {@code px-fork}: the earlier Python gateway's 502; {@code html}: a proxy's error page
 *   <li>a request with {@code tools}: a call of the first one, with {@code {"said":"…"}}; a {@code response_format}: that
 *       same object as the answer
 *   <li>{@code echo-only} at the begin: no other word chooses anything
 *   <li>the name of the model may say {@code fail-…} and {@code stall-start} as well
 *   <li>{@code no-stream}: one JSON document though a stream was asked for; {@code no-usage}: a stream without figures
 * </ul>
 *
 * Asked for a title, it answers "On: …" with the first line that the user said, and otherwise "You said: …", word by word.
 * {@code POST /ask} answers as a Grok-Api wrapper does: whole, and with status 200 when it is told to {@code fail}.
 */
public final class FakeTextUpstream extends FakeServer {

    /** A document with fields of a vendor's own, in a way in which no JSON library writes it. */
    public static final String VENDOR_DOCUMENT =
            "{ \"id\":\"x\",\n  \"choices\" : [ {\"index\":0,\"message\":{\"role\":\"assistant\","
                    + "\"content\":\"Gr\\u00fcn 🎨\",\"reasoning_content\":null},\"logprobs\":{\"content\":[]},\"finish_reason\":\"stop\"} ] ,"
                    + "\"x_vendor\":{\"cost\":1.50e-3, \"list\":[1 ,2]},\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,"
                    + "\"x_cached\":3} }\n";

    /** The same as a stream. */
    public static final String VENDOR_EVENTS = ": hello\n\n"
            + "data: {\"choices\" : [{\"index\":0,\"delta\":{\"reasoning_content\":\"Grün 🎨\"}}] ,\"x_vendor\":[1 ,2.50]}\n\n"
            + "event: x_vendor\ndata: {\"anything\":true}\n\n"
            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\n"
            + "data: [DONE]\n\n";

    /** Size of a flood, more than any buffer on the way. */
    public static final long FLOOD_BYTES = 64L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FAIL = Pattern.compile("fail-(\\d{3})");
    private static final Pattern RETRY_AFTER = Pattern.compile("retry-after-(\\d+)");
    private static final Pattern CODE = Pattern.compile("code-(\\w+)");
    private static final Pattern TITLE = Pattern.compile("^Give this conversation a title.*\\n\\nUser: (.*)");
    private static final int STALL_MILLIS = 600_000;

    private final AtomicLong flooded = new AtomicLong();

    public FakeTextUpstream(int port) {
        super(port);
    }

    /** Runs until it is killed; the first argument is the port, 9101 where none is given. */
    public static void main(String[] arguments) {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9101;
        FakeTextUpstream upstream = new FakeTextUpstream(port);
        System.out.println("A text upstream without a model: GROK_API_URL=" + upstream.url() + "/v1");
    }

    /** Bytes of all floods that were taken so far. */
    public long flooded() {
        return flooded.get();
    }

    @Override
    void handle(HttpExchange exchange) throws IOException {
        RecordedRequest request = record(exchange);
        if (request.path().endsWith("/models")) {
            send(
                    exchange,
                    200,
                    "{\"object\":\"list\",\"data\":[{\"id\":\"grok-4.5\",\"object\":\"model\"},"
                            + "{\"id\":\"grok-4.3\",\"object\":\"model\"}]}");
        } else if (request.path().endsWith("/chat/completions")) {
            chat(exchange, request);
        } else if (request.path().endsWith("/ask")) {
            ask(exchange, JSON.readTree(request.body()).path("message").asString(""));
        } else {
            send(exchange, 404, error("No such path: " + request.path()));
        }
    }

    private void chat(HttpExchange exchange, RecordedRequest request) throws IOException {
        JsonNode body = JSON.readTree(request.body());
        JsonNode messages = body.path("messages");
        String said = messages.path(messages.size() - 1).path("content").asString("");
        int attempt = attempt(said);
        String told = said + " " + body.path("model").asString("");
        Matcher fail = FAIL.matcher(told);
        Matcher retryAfter = RETRY_AFTER.matcher(said);
        if (said.startsWith("echo-only")) {
            stream(exchange, body, said);
        } else if (fail.find() && !(said.contains("once") && attempt > 1)) {
            if (retryAfter.find()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter.group(1));
            }
            String key = said.contains("echo-key") ? request.headers().get("authorization") : "";
            Matcher code = CODE.matcher(said);
            send(
                    exchange,
                    Integer.parseInt(fail.group(1)),
                    error(
                            "The fake fails as told: " + fail.group(1) + key,
                            code.find() ? "\"" + code.group(1) + "\"" : "null"));
        } else if (said.contains("vendor-fields")) {
            boolean stream = body.path("stream").asBoolean(false);
            send(
                    exchange,
                    200,
                    stream ? "text/event-stream" : "application/json",
                    (stream ? VENDOR_EVENTS : VENDOR_DOCUMENT).getBytes(StandardCharsets.UTF_8));
        } else if (said.contains("flood")) {
            flood(exchange, body);
        } else if (told.contains("stall-start")) {
            pause(STALL_MILLIS);
        } else if (said.contains("px-fork")) {
            send(exchange, 502, document(body, "Grok API Error: the session was rejected"));
        } else if (said.contains("html")) {
            String page = "<html><head><title>502</title><style>p{}</style></head>"
                    + "<body><h1>Bad Gateway</h1><p>nginx &amp; co</p></body></html>";
            send(exchange, 502, "text/html", page.getBytes(StandardCharsets.UTF_8));
        } else if (said.contains("error-200")) {
            send(exchange, 200, "{\"status\":\"success\",\"error\":\"the fake is out of order\"}");
        } else if (said.contains("no-stream") || !body.path("stream").asBoolean(false)) {
            send(exchange, 200, document(body, answer(body, said)));
        } else {
            stream(exchange, body, said);
        }
    }

    private static void ask(HttpExchange exchange, String message) throws IOException {
        if (message.contains("fail")) {
            send(exchange, 200, "{\"status\":\"success\",\"error\":\"Request rejected by anti-bot rules\"}");
        } else {
            send(
                    exchange,
                    200,
                    "{\"status\":\"success\",\"response\":" + JSON.writeValueAsString("You said: " + message)
                            + ",\"stream_response\":[\"You \",\"said\"],\"images\":null,\"extra_data\":{\"cookies\":{}}}");
        }
    }

    private void flood(HttpExchange exchange, JsonNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        String text = "{\"content\":\"" + "flood ".repeat(2_000) + "\"}";
        for (long sent = 0; sent < FLOOD_BYTES; sent += text.length()) {
            event(out, chunk(body, text, "null"));
            flooded.addAndGet(text.length());
        }
        event(out, chunk(body, "{}", "\"stop\""));
        event(out, "[DONE]");
        exchange.close();
    }

    private static void stream(HttpExchange exchange, JsonNode body, String said) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        String answer = answer(body, said) + (said.contains("long") ? " and so on".repeat(333) : "");
        int sent = 0;
        if (body.has("tools")) {
            event(out, chunk(body, "{\"role\":\"assistant\",\"tool_calls\":" + toolCalls(body, said) + "}", "null"));
            event(out, chunk(body, "{}", "\"tool_calls\""));
            event(out, "[DONE]");
            exchange.close();
            return;
        }
        for (String word : answer.split("(?<= )")) {
            if (sent == 2) {
                interrupt(out, said);
            }
            event(out, chunk(body, "{\"content\":" + JSON.writeValueAsString(word) + "}", "null"));
            sent++;
            if (said.contains("slow")) {
                pause(200);
            }
        }
        if (!said.contains("end-early")) {
            event(out, chunk(body, "{}", "\"stop\""));
            if (!said.contains("no-usage")) {
                event(
                        out,
                        "{\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,"
                                + "\"completion_tokens\":" + sent + ",\"total_tokens\":" + (7 + sent) + "}}");
            }
            event(out, "[DONE]");
        }
        exchange.close();
    }

    private static void interrupt(OutputStream out, String said) throws IOException {
        if (said.contains("malformed")) {
            event(out, "{\"choices\":[{\"delta\":");
        } else if (said.contains("error-in-stream")) {
            event(out, error("the fake gave up in the middle"));
        } else if (said.contains("stall")) {
            pause(STALL_MILLIS);
        } else if (said.contains("cut")) {
            throw new IOException("The connection breaks as told.");
        }
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String chunk(JsonNode request, String delta, String finishReason) {
        return "{\"id\":\"chatcmpl-fake\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":"
                + request.path("model") + ",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":"
                + finishReason + "}],\"usage\":null}";
    }

    private static String answer(JsonNode request, String said) {
        Matcher title = TITLE.matcher(said);
        if (title.find()) {
            return "On: " + title.group(1);
        }
        if (said.contains("say-nothing")) {
            return "";
        }
        return request.has("response_format") ? saidAsJson(said) : "You said: " + said;
    }

    private static String saidAsJson(String said) {
        return JSON.writeValueAsString(Map.of("said", said));
    }

    private static String toolCalls(JsonNode request, String said) {
        return "[{\"index\":0,\"id\":\"call_fake\",\"type\":\"function\",\"function\":{\"name\":"
                + request.at("/tools/0/function/name") + ",\"arguments\":"
                + JSON.writeValueAsString(saidAsJson(said)) + "}}]";
    }

    private static String document(JsonNode request, String content) {
        if (request.has("tools")) {
            return "{\"id\":\"chatcmpl-fake\",\"object\":\"chat.completion\",\"created\":1700000000,\"model\":"
                    + request.path("model")
                    + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":"
                    + toolCalls(request, content.replaceFirst("^You said: ", ""))
                    + "},\"finish_reason\":\"tool_calls\"}],"
                    + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}";
        }
        return "{\"id\":\"chatcmpl-fake\",\"object\":\"chat.completion\",\"created\":1700000000,\"model\":"
                + request.path("model") + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                + JSON.writeValueAsString(content) + "},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}";
    }

    private static String error(String message) {
        return error(message, "null");
    }

    private static String error(String message, String code) {
        return "{\"error\":{\"message\":" + JSON.writeValueAsString(message)
                + ",\"type\":\"fake_error\",\"param\":null,\"code\":" + code + "}}";
    }
}
