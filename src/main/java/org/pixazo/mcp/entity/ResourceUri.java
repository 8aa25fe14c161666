package org.pixazo.mcp.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a resource.
 *
 * @param kind {@code images} or {@code chats}
 * @param json whether a chat is wanted as JSON
 */
public record ResourceUri(String kind, long id, boolean json) {

    public static final String IMAGES = "images";
    public static final String CHATS = "chats";

    private static final String SCHEME = "pixazo://";
    private static final Pattern FORM = Pattern.compile("pixazo://(images|chats)/(\\d{1,18})(\\.json)?");

    public static String image(long id) {
        return SCHEME + IMAGES + "/" + id;
    }

    /** A chat as Markdown. */
    public static String chat(long id) {
        return SCHEME + CHATS + "/" + id;
    }

    /** A chat as JSON. */
    public static String chatJson(long id) {
        return chat(id) + ".json";
    }

    /** @return empty where the text is no address of a resource */
    public static Optional<ResourceUri> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        ResourceUri uri = new ResourceUri(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3) != null);
        return uri.json && uri.kind.equals(IMAGES) ? Optional.empty() : Optional.of(uri);
    }
}
