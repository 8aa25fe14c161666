package org.pixazo.gateway.control;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.gateway.entity.ChatBody;
import org.pixazo.web.control.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads of a chat completion's body what Pixazo must know, and changes what Pixazo must change. All other bytes stay as
 * they are: nothing is written anew.
 */
public final class ChatBodies {

    private static final String WANT_USAGE = "\"include_usage\":true";

    private ChatBodies() {}

    /**
     * Reads a body.
     *
     * @throws InvalidInputException where it is no JSON object, or a field that Pixazo must know is missing or of the
     *     wrong type
     */
    public static ChatBody read(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] < 0)) {
            throw InvalidInputException.malformed("The body must be JSON in UTF-8, without a byte order mark.", null);
        }
        try (JsonParser parser = ForeignBytes.json().createParser(bytes)) {
            ChatBody body = new Reader(parser, bytes).read();
            if (parser.nextToken() != null) {
                throw InvalidInputException.malformed("There is text behind the JSON object of the body.", null);
            }
            return body;
        } catch (JacksonException e) {
            throw Json.invalid(e);
        }
    }

    /** The body for an upstream: with its name of the model, and with the wish for the tokens of a stream. */
    public static byte[] forUpstream(ChatBody body, String upstreamModel) {
        List<ChatBody.Splice> splices = body.splices(quoted(upstreamModel));
        if (splices.isEmpty()) {
            return body.bytes();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.bytes().length + 64);
        int at = 0;
        for (ChatBody.Splice splice : splices) {
            out.write(body.bytes(), at, splice.from() - at);
            out.writeBytes(splice.text().getBytes(StandardCharsets.UTF_8));
            at = splice.to();
        }
        out.write(body.bytes(), at, body.bytes().length - at);
        return out.toByteArray();
    }

    private static String quoted(String text) {
        return Json.write(text);
    }

    private static InvalidInputException invalid(String field, String fault) {
        return new InvalidInputException(field, fault);
    }

    private static final class Reader {

        private final JsonParser parser;
        private final byte[] bytes;
        private String model;
        private ChatBody.Splice modelPlace;
        private boolean stream;
        private boolean hasOptions;
        private boolean includeUsage;
        private ChatBody.Splice usageSplice;
        private int messages = -1;
        private long characters;
        private long mostTokens;

        Reader(JsonParser parser, byte[] bytes) {
            this.parser = parser;
            this.bytes = bytes;
        }

        ChatBody read() {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw InvalidInputException.malformed("The body must be one JSON object and not be empty.", null);
            }
            int inside = end();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "model" -> model(value);
                    case "stream" -> stream(value);
                    case "stream_options" -> options(value);
                    case "messages" -> messages(value);
                    case "max_tokens", "max_completion_tokens" -> mostTokens(value);
                    default -> parser.skipChildren();
                }
            }
            require();
            if (stream && !hasOptions) {
                usageSplice = new ChatBody.Splice(inside, inside, "\"stream_options\":{" + WANT_USAGE + "},");
            }
            return new ChatBody(
                    bytes,
                    model,
                    stream,
                    includeUsage,
                    characters,
                    messages,
                    mostTokens,
                    modelPlace,
                    stream ? usageSplice : null);
        }

        private void require() {
            if (model == null) {
                throw invalid("model", "you must provide a model parameter");
            }
            if (messages < 0) {
                throw invalid("messages", "is missing: an array of messages is required");
            }
        }

        private void model(JsonToken value) {
            once("model", model != null);
            if (value != JsonToken.VALUE_STRING) {
                throw invalid("model", "must be a string");
            }
            int from = start();
            model = parser.getString();
            int to = end();
            if (model.isBlank()) {
                throw invalid("model", "you must provide a model parameter");
            }
            modelPlace = new ChatBody.Splice(from, to, new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        private void stream(JsonToken value) {
            if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE && value != JsonToken.VALUE_NULL) {
                throw invalid("stream", "must be true or false");
            }
            stream = value == JsonToken.VALUE_TRUE;
        }

        private void options(JsonToken value) {
            once("stream_options", hasOptions);
            if (value == JsonToken.VALUE_NULL) {
                hasOptions = true;
                usageSplice = new ChatBody.Splice(start(), end(), "{" + WANT_USAGE + "}");
                return;
            }
            if (value != JsonToken.START_OBJECT) {
                throw invalid("stream_options", "must be an object");
            }
            hasOptions = true;
            int inside = end();
            boolean empty = true;
            boolean given = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                empty = false;
                boolean usage = parser.currentName().equals("include_usage");
                JsonToken wish = parser.nextToken();
                if (!usage) {
                    parser.skipChildren();
                    continue;
                }
                once("stream_options.include_usage", given);
                given = true;
                if (wish != JsonToken.VALUE_TRUE && wish != JsonToken.VALUE_FALSE && wish != JsonToken.VALUE_NULL) {
                    throw invalid("stream_options.include_usage", "must be true or false");
                }
                includeUsage = wish == JsonToken.VALUE_TRUE;
                usageSplice = includeUsage ? null : new ChatBody.Splice(start(), end(), "true");
            }
            if (!given) {
                usageSplice = new ChatBody.Splice(inside, inside, WANT_USAGE + (empty ? "" : ","));
            }
        }

        private void messages(JsonToken value) {
            once("messages", messages >= 0);
            if (value != JsonToken.START_ARRAY) {
                throw invalid("messages", "must be an array of messages");
            }
            messages = 0;
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token.isStructStart()) {
                    messages += depth == 1 ? 1 : 0;
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.VALUE_STRING) {
                    characters += textLength();
                }
            }
            if (messages == 0) {
                throw invalid("messages", "must hold at least one message");
            }
        }

        /** Known when the next token is read, and good enough without the last quote. A picture is no text. */
        private long textLength() {
            int from = start() + 1;
            parser.finishToken();
            boolean picture =
                    bytes.length > from + 5 && new String(bytes, from, 5, StandardCharsets.US_ASCII).equals("data:");
            return picture ? 0 : Math.max(0, end() - 1 - from);
        }

        private void mostTokens(JsonToken value) {
            // What else it may be is for the upstream to judge.
            if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT) {
                mostTokens = Math.max(0, parser.getIntValue());
            } else {
                parser.skipChildren();
            }
        }

        private static void once(String field, boolean seen) {
            if (seen) {
                throw invalid(field, "is given twice");
            }
        }

        private int start() {
            return (int) parser.currentTokenLocation().getByteOffset();
        }

        private int end() {
            parser.finishToken();
            return (int) parser.currentLocation().getByteOffset();
        }
    }
}
