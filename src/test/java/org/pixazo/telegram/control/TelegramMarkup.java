package org.pixazo.telegram.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Telegram's HTML by Telegram's rules, as they stand in
 * <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>: of tags only those that are listed there,
 * closed in their order, none inside of code, and {@code <}, {@code >} and {@code &} only as entities.
 */
final class TelegramMarkup {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)(?: ([a-z]+)=\"([^\"<>]*)\")?>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot);");
    private static final Map<String, String> CHARACTERS = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private TelegramMarkup(String html) {
        this.html = html;
    }

    /**
     * What Telegram shows.
     *
     * @throws IllegalArgumentException where Telegram refuses it
     */
    static String text(String html) {
        return new TelegramMarkup(html).read();
    }

    private String read() {
        Matcher tag = TAG.matcher(html);
        int position = 0;
        while (position < html.length()) {
            char c = html.charAt(position);
            if (c == '<') {
                if (!tag.region(position, html.length()).lookingAt()) {
                    throw refused("no tag", position);
                }
                tag(tag, position);
                position = tag.end();
            } else if (c == '&') {
                position = entity(position);
            } else if (c == '>') {
                throw refused("> that is no entity", position);
            } else {
                text.append(c);
                position++;
            }
        }
        if (!open.isEmpty()) {
            throw refused("no end of " + open.peek(), position);
        }
        return text.toString();
    }

    private int entity(int position) {
        Matcher entity = ENTITY.matcher(html).region(position, html.length());
        if (!entity.lookingAt()) {
            throw refused("& that is no entity", position);
        }
        text.append(CHARACTERS.get(entity.group(1)));
        return entity.end();
    }

    private void tag(Matcher tag, int position) {
        String name = tag.group(2);
        if (tag.group(1).isEmpty()) {
            if (!allowed(name, tag.group(3), tag.group(4))) {
                throw refused("tag that is not there: " + tag.group(), position);
            }
            open.push(name);
        } else if (open.isEmpty() || !open.pop().equals(name)) {
            throw refused("unmatched end of " + name, position);
        }
    }

    private boolean allowed(String name, String attribute, String value) {
        boolean inCode = open.contains("code") || open.contains("pre");
        return switch (name) {
            case "b", "i", "u", "s" -> attribute == null && !inCode;
            case "a" -> "href".equals(attribute) && value.startsWith("http") && !inCode && !open.contains("a");
            case "pre" -> attribute == null && open.isEmpty();
            case "code" ->
                attribute == null
                        ? !open.contains("code")
                        : "class".equals(attribute) && value.startsWith("language-") && "pre".equals(open.peek());
            default -> false;
        };
    }

    private IllegalArgumentException refused(String why, int position) {
        return new IllegalArgumentException("can't parse entities: " + why + " at " + position + " of " + html);
    }
}
