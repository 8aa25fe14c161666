package org.pixazo.chats.control;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.TooLargeException;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.JsonShape;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Goes through a file of conversations, one after the other, and never holds more than one: a JSON object or array, one
 * object a line, or a zip file of such files.
 */
final class ConversationFile {

    private static final int MOST_ENTRIES = 200_000;
    private static final long LARGEST_UNPACKED = 8L << 30;
    private static final long LARGEST_PICTURE = 64L << 20;
    private static final int MOST_NAMES = 8;

    private final ChatFileReader reader;

    ConversationFile(ChatFileReader reader) {
        this.reader = reader;
    }

    /**
     * @throws InvalidInputException saying what the file is where it is of no known kind, or naming what is wrong in it
     */
    void each(Path file, Consumer<ReadChat> taker) {
        try {
            if (zip(file)) {
                unzip(file, taker);
            } else {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    read(in, taker, "");
                }
            }
        } catch (ZipException e) {
            throw InvalidInputException.malformed("The zip file is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The file that was sent cannot be read", e);
        }
    }

    /** The bytes of a picture that a zip file of ours holds. */
    static Optional<byte[]> picture(Path file, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        try {
            if (!zip(file)) {
                return Optional.empty();
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (String ending : List.of("png", "jpeg", "webp", "gif")) {
                    ZipEntry entry = zip.getEntry("images/" + sha256 + "." + ending);
                    if (entry != null && entry.getSize() <= LARGEST_PICTURE) {
                        try (InputStream in = zip.getInputStream(entry)) {
                            return Optional.of(in.readNBytes((int) LARGEST_PICTURE));
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture of the file that was sent cannot be read", e);
        }
    }

    private static boolean zip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    private void unzip(Path file, Consumer<ReadChat> taker) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new TooLargeException("The zip file holds more than " + MOST_ENTRIES + " files.");
            }
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && json(entry.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            long unpacked = 0;
            int understood = 0;
            for (ZipEntry entry : entries) {
                unpacked += Math.max(0, entry.getSize());
                if (unpacked > LARGEST_UNPACKED) {
                    throw new TooLargeException("The zip file unpacks to more than " + LARGEST_UNPACKED + " bytes.");
                }
                try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                    understood += read(in, taker, entry.getName()) ? 1 : 0;
                }
            }
            if (understood == 0) {
                List<String> names =
                        zip.stream().limit(MOST_NAMES).map(ZipEntry::getName).toList();
                throw ChatFileReader.unknown(
                        names.isEmpty() ? "an empty zip file" : "a zip file with " + String.join(", ", names));
            }
        }
    }

    private static boolean json(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".json") || small.endsWith(".ndjson") || small.endsWith(".jsonl");
    }

    /**
     * @param name of a file in a zip file, which may be none of conversations; empty for one that must be
     * @return whether it is one of conversations
     */
    private boolean read(InputStream in, Consumer<ReadChat> taker, String name) {
        ConversationBound bound = new ConversationBound(in);
        try (JsonParser parser = ForeignJson.MAPPER.createParser(bound)) {
            JsonToken token = parser.nextToken();
            if (token == null && name.isEmpty()) {
                throw InvalidInputException.malformed("The body must be an export of chats and not be empty.", null);
            }
            boolean array = token == JsonToken.START_ARRAY;
            if (array) {
                token = parser.nextToken();
            }
            int index = 0;
            int chats = 0;
            JsonNode first = null;
            while (token != null && token != JsonToken.END_ARRAY) {
                bound.begin();
                JsonNode conversation = ForeignJson.MAPPER.readTree(parser);
                first = index == 0 && ours(conversation) ? conversation : first;
                chats += ours(conversation) ? 0 : 1;
                if (!take(conversation, taker, index, array, name)) {
                    return false;
                }
                index++;
                token = parser.nextToken();
            }
            if (array && index == 0 && name.isEmpty()) {
                throw ChatFileReader.unknown("an empty array");
            }
            if (array && parser.nextToken() != null) {
                throw InvalidInputException.malformed(
                        place(name, "") + "something follows the array of conversations", null);
            }
            if (chats == 0 && first != null && name.isEmpty()) {
                throw ChatFileReader.unknown(first);
            }
            return index > 0;
        } catch (JacksonException e) {
            InvalidInputException invalid = Json.invalid(e);
            throw name.isEmpty() ? invalid : InvalidInputException.malformed(name + ": " + invalid.getMessage(), e);
        }
    }

    /** @return whether the file may be read on */
    private boolean take(JsonNode conversation, Consumer<ReadChat> taker, int index, boolean array, String name) {
        if (ours(conversation)) {
            return true;
        }
        Optional<ReadChat> chat = reader.read(conversation);
        if (chat.isPresent()) {
            taker.accept(chat.get());
            return true;
        }
        if (index > 0) {
            throw new InvalidInputException(
                    place(name, "[" + index + "]"),
                    "must be a chat like those before it; it is " + JsonShape.of(conversation));
        }
        if (name.isEmpty()) {
            throw array
                    ? ChatFileReader.unknown(
                            ForeignJson.MAPPER.createArrayNode().add(conversation))
                    : ChatFileReader.unknown(conversation);
        }
        return false;
    }

    /** Lines of our own larger exports that are no chats. */
    private static boolean ours(JsonNode node) {
        return switch (node.path("format").asString("")) {
            case "pixazo.workspace", "pixazo.prompts" -> true;
            default -> false;
        };
    }

    private static String place(String name, String rest) {
        List<String> parts = new ArrayList<>();
        if (!name.isEmpty()) {
            parts.add(name);
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return String.join(" ", parts);
    }
}
