package org.pixazo.prompts.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.entity.Prompt;
import org.pixazo.prompts.entity.PromptFile;
import tools.jackson.databind.JsonNode;

/**
 * Prompts as Open WebUI's workspace exports and imports them: an array of objects with {@code command}, {@code name}
 * (before 0.8 {@code title}), {@code content}, {@code tags} (before that none, or in {@code meta}) and times in seconds
 * since 1970 ({@code created_at}, before that {@code timestamp}).
 */
final class OpenWebUiPrompts {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_COMMAND = 60;
    private static final long MOST_SECONDS = 100_000_000_000L;
    private static final long MOST_MILLIS = MOST_SECONDS * 1000;

    private OpenWebUiPrompts() {}

    /** One prompt of a file, with the names of the newest version and the title and time of the older ones. */
    record Item(
            String command,
            String name,
            String title,
            String content,
            List<String> tags,
            long createdAt,
            long timestamp) {}

    /** Whether a file is of this kind; an empty array could be anything, so it is none. */
    static boolean holds(JsonNode tree) {
        return tree.isArray()
                && !tree.isEmpty()
                && tree.get(0).has("command")
                && tree.get(0).has("content");
    }

    static List<Item> write(List<Prompt> prompts) {
        Set<String> commands = new HashSet<>();
        return prompts.stream()
                .map(prompt -> new Item(
                        command(prompt.title(), commands),
                        prompt.title(),
                        prompt.title(),
                        prompt.content(),
                        prompt.tags(),
                        prompt.createdAt().getEpochSecond(),
                        prompt.createdAt().getEpochSecond()))
                .toList();
    }

    /** @throws InvalidInputException naming an element that is no object or has no content */
    static PromptFile read(JsonNode array) {
        List<PromptFile.Item> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            String content = item.path("content").asString("");
            if (content.isBlank()) {
                throw new InvalidInputException("[" + i + "].content", "must be text that is not blank");
            }
            items.add(new PromptFile.Item(name(item), content, tags(item), time(item)));
        }
        return new PromptFile(PromptFile.FORMAT, PromptFile.VERSION, null, items);
    }

    private static String name(JsonNode item) {
        String command = item.path("command").asString("").replaceFirst("^/", "");
        String name = text(item, "name").or(() -> text(item, "title")).orElse(command.isBlank() ? "Untitled" : command);
        String line = name.strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static Optional<String> text(JsonNode item, String field) {
        return Optional.of(item.path(field).asString("")).filter(text -> !text.isBlank());
    }

    private static List<String> tags(JsonNode item) {
        JsonNode given = item.path("tags").isArray()
                ? item.get("tags")
                : item.path("meta").path("tags");
        List<String> tags = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonNode element : given) {
            String tag = (element.isObject() ? element.path("name") : element)
                    .asString("")
                    .strip();
            String kept = tag.length() <= LONGEST_TAG ? tag : tag.substring(0, LONGEST_TAG);
            if (!kept.isEmpty() && tags.size() < MOST_TAGS && known.add(kept.toLowerCase(Locale.ROOT))) {
                tags.add(kept);
            }
        }
        return tags;
    }

    /** Seconds, milliseconds or nanoseconds, as the versions of Open WebUI wrote them; null where there is no time. */
    private static Instant time(JsonNode item) {
        JsonNode given = item.path("created_at").isNumber() ? item.get("created_at") : item.path("timestamp");
        if (!given.isNumber() || given.asDouble() <= 0) {
            return null;
        }
        long time = (long) given.asDouble();
        if (time < MOST_SECONDS) {
            return Instant.ofEpochSecond(time);
        }
        return time < MOST_MILLIS ? Instant.ofEpochMilli(time) : Instant.ofEpochSecond(0, time);
    }

    /** Commands are words of small letters, digits and dashes, and each stands once. */
    private static String command(String title, Set<String> taken) {
        String word =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = word.isEmpty() ? "prompt" : word.substring(0, Math.min(word.length(), LONGEST_COMMAND));
        String command = base;
        for (int i = 2; !taken.add(command); i++) {
            command = base + "-" + i;
        }
        return "/" + command;
    }
}
