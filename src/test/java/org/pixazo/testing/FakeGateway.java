package org.pixazo.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Pixazo gateway without models: it draws an oval. Any key but one that starts with {@code bad} opens it. Words in
 * the prompt choose what it does:
 *
 * <ul>
 *   <li>{@code fail-500}, {@code fail-429} or any other status: that status with an error; with {@code once} beside it
 *       only the first time this prompt comes, and with {@code retry-after-3} with that header; {@code no-balance}: the
 *       403 that means no credit
 *   <li>{@code poll}: a request id, ready at the third question to {@code checkStatus}; {@code poll-v2}: the same with
 *       a polling address; {@code poll-failed}; {@code poll-forever}; {@code poll-elsewhere}: an address of a stranger
 *   <li>{@code raw}: the picture as the answer; {@code no-picture}: JSON without one; {@code slow}: after two seconds;
 *       {@code stall}: never, with {@code once} beside it only the
 *       first time this prompt comes
 *   <li>{@code html-file}, {@code truncated-file}, {@code oversize-file}, {@code huge-file}, {@code missing-file}: what
 *       is found at the address; {@code redirect-file}: a redirect to the picture; {@code redirect-private}: one to
 *       127.0.0.2; {@code redirect-loop}
 * </ul>
 */
public final class FakeGateway extends FakeServer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FAIL = Pattern.compile("fail-(\\d{3})");
    private static final Pattern RETRY_AFTER = Pattern.compile("retry-after-(\\d+)");
    private static final Pattern FILE = Pattern.compile("/files/([a-z-]+)-(\\d+)x(\\d+)-(\\d+)\\.png");
    private static final int READY_AT = 3;

    public FakeGateway(int port) {
        super(port);
    }

    /** Runs until it is killed; the first argument is the port, 9102 where none is given. */
    public static void main(String[] arguments) {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9102;
        FakeGateway gateway = new FakeGateway(port);
        System.out.println(
                "An image gateway without models: PIXAZO_GATEWAY_URL=" + gateway.url() + " PIXAZO_API_KEY=any");
    }

    @Override
    void handle(HttpExchange exchange) throws IOException {
        RecordedRequest request = record(exchange);
        String path = request.path();
        if (path.startsWith("/files/")) {
            file(exchange, path);
        } else if (request.headers()
                .getOrDefault("ocp-apim-subscription-key", "bad")
                .startsWith("bad")) {
            send(exchange, 401, "{\"error\":\"Invalid or missing authentication\"}");
        } else if (path.endsWith("/checkStatus")) {
            status(exchange, JSON.readTree(request.body()).path("requestId").asString());
        } else if (path.startsWith("/v2/requests/status/")) {
            status(exchange, path.substring("/v2/requests/status/".length()));
        } else {
            generate(exchange, path, JSON.readTree(request.body()));
        }
    }

    private void generate(HttpExchange exchange, String path, JsonNode body) throws IOException {
        String prompt = body.path("prompt").asString("");
        int attempt = attempt(prompt);
        Matcher fail = FAIL.matcher(prompt);
        Matcher retryAfter = RETRY_AFTER.matcher(prompt);
        if (prompt.isEmpty()) {
            send(exchange, 400, "{\"error\":\"Invalid request parameters\"}");
        } else if (fail.find() && !(prompt.contains("once") && attempt > 1)) {
            if (retryAfter.find()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter.group(1));
            }
            send(
                    exchange,
                    Integer.parseInt(fail.group(1)),
                    "{\"error\":\"The fake fails as told: " + fail.group(1) + "\"}");
        } else if (prompt.contains("no-balance")) {
            send(exchange, 403, "{\"error\":\"The balance is insufficient to proceed with this operation.\"}");
        } else if (prompt.contains("poll")) {
            poll(exchange, prompt, body);
        } else if (prompt.contains("raw")) {
            send(exchange, 200, "image/png", SamplePictures.picture("png", 64, 64, prompt.hashCode()));
        } else if (prompt.contains("no-picture")) {
            send(exchange, 200, "{\"message\":\"the prompt was filtered\"}");
        } else {
            answer(exchange, path, prompt, body, attempt);
        }
    }

    private void answer(HttpExchange exchange, String path, String prompt, JsonNode body, int attempt)
            throws IOException {
        if (prompt.contains("slow")) {
            pause(2_000);
        }
        if (prompt.contains("stall") && !(prompt.contains("once") && attempt > 1)) {
            pause(600_000);
        }
        String field = path.contains("SDXL") ? "imageUrl" : "output";
        send(exchange, 200, "{\"" + field + "\":\"" + address(prompt, body) + "\"}");
    }

    private void poll(HttpExchange exchange, String prompt, JsonNode body) throws IOException {
        String kind = prompt.contains("poll-failed") ? "failed" : prompt.contains("poll-forever") ? "forever" : "good";
        String id = kind + "-" + address(prompt, body).replaceAll(".*/files/|\\.png", "") + "-" + attempt("poll");
        if (prompt.contains("poll-elsewhere")) {
            send(exchange, 202, "{\"status\":\"QUEUED\",\"polling_url\":\"http://example.org/steal\"}");
        } else if (prompt.contains("poll-v2")) {
            send(
                    exchange,
                    202,
                    "{\"request_id\":\"" + id + "\",\"status\":\"QUEUED\",\"polling_url\":\"" + url()
                            + "/v2/requests/status/" + id + "\"}");
        } else {
            send(
                    exchange,
                    200,
                    "{\"requestId\":\"" + id + "\",\"status\":\"queued\",\"pollingEndpoint\":\"/checkStatus\"}");
        }
    }

    private void status(HttpExchange exchange, String id) throws IOException {
        if (id.startsWith("forever") || attempt("status " + id) < READY_AT) {
            send(exchange, 200, "{\"status\":\"processing\",\"output\":null,\"error\":null}");
        } else if (id.startsWith("failed")) {
            send(exchange, 200, "{\"status\":\"FAILED\",\"error\":\"the model ran out of memory\"}");
        } else {
            String file = url() + "/files/" + id.replaceFirst("^good-", "").replaceFirst("-\\d+$", "") + ".png";
            send(
                    exchange,
                    200,
                    "{\"status\":\"COMPLETED\",\"output\":{\"media_url\":[\"" + file
                            + "\"],\"media_type\":\"image/png\"}}");
        }
    }

    private String address(String prompt, JsonNode body) {
        Matcher special = Pattern.compile("(html|truncated|oversize|huge|missing|redirect)-(file|private|loop)")
                .matcher(prompt);
        String name = special.find() ? special.group() : "plain";
        return url() + "/files/" + name + "-" + side(body, "width") + "x" + side(body, "height") + "-"
                + (prompt.hashCode() & 0xFFFFFFFFL) + ".png";
    }

    private static int side(JsonNode body, String field) {
        return Math.min(2048, Math.max(1, body.path(field).asInt(512)));
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        Matcher file = FILE.matcher(path);
        if (!file.matches()) {
            send(exchange, 404, "{}");
            return;
        }
        byte[] picture = SamplePictures.picture(
                "png", Integer.parseInt(file.group(2)), Integer.parseInt(file.group(3)), Long.parseLong(file.group(4)));
        switch (file.group(1)) {
            case "html-file" ->
                send(exchange, 200, "text/html", "<!DOCTYPE html><p>Sorry".getBytes(StandardCharsets.UTF_8));
            case "truncated-file" -> send(exchange, 200, "image/png", Arrays.copyOf(picture, picture.length / 2));
            case "oversize-file" -> oversize(exchange);
            case "huge-file" -> send(exchange, 200, "image/png", SamplePictures.pngHeader(10_000, 10_000));
            case "missing-file" -> send(exchange, 404, "{}");
            case "redirect-file" -> redirect(exchange, path.replace("redirect-file", "plain"));
            case "redirect-private" ->
                redirect(exchange, url().toString().replace("localhost", "127.0.0.2") + "/files/plain-8x8-1.png");
            case "redirect-loop" -> redirect(exchange, path);
            default -> send(exchange, 200, "image/png", picture);
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        send(exchange, 302, "text/plain", new byte[0]);
    }

    /** Sends without a length and without an end, so that only a reader's own limit ends it. */
    private static void oversize(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[1024 * 1024];
        System.arraycopy(SamplePictures.pngHeader(512, 512), 0, block, 0, 33);
        for (int sent = 0; sent < 100; sent++) {
            exchange.getResponseBody().write(block);
        }
        exchange.close();
    }
}
