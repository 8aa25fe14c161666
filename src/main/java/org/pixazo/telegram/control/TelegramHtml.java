package org.pixazo.telegram.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown, as models write it, in the little HTML that Telegram takes
 * (<a href="https://core.telegram.org/bots/api#html-style">HTML style</a>). Whatever is no markup is escaped; the result is
 * valid for any text.
 */
final class TelegramHtml {

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})\\s*([\\w+#.-]*).*$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern BULLET = Pattern.compile("^(\\s*)[-*+] (.*)$");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`"
            + "|\\[([^\\[\\]\\n]+)]\\((https?://[^\\s()<>\"]+)\\)"
            + "|\\*\\*(?=\\S)([^*\\n]+?)(?<=\\S)\\*\\*"
            + "|~~(?=\\S)([^~\\n]+?)(?<=\\S)~~"
            + "|(?<![\\w*])\\*(?=\\S)([^*\\n]+?)(?<=\\S)\\*(?![\\w*])"
            + "|(?<![\\w_])_(?=\\S)([^_\\n]+?)(?<=\\S)_(?![\\w_])");

    private TelegramHtml() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether a line opens or closes a block of code. */
    static boolean isFence(String line) {
        return FENCE.matcher(line).matches();
    }

    /** Whether a line closes the block that another line opened. */
    static boolean closes(String line, String opening) {
        String mark = mark(opening);
        String stripped = line.strip();
        return stripped.length() >= mark.length() && stripped.chars().allMatch(c -> c == mark.charAt(0));
    }

    /** The characters of a fence. */
    static String mark(String opening) {
        Matcher fence = FENCE.matcher(opening);
        return fence.matches() ? fence.group(1) : "```";
    }

    static String of(String markdown) {
        StringBuilder out = new StringBuilder(markdown.length() + 64);
        String opening = null;
        boolean first = true;
        for (String line : markdown.split("\n", -1)) {
            if (opening == null && isFence(line)) {
                out.append(first ? "" : "\n").append(begin(line));
                opening = line;
                first = true;
                continue;
            }
            if (opening != null && closes(line, opening)) {
                out.append("</code></pre>");
                opening = null;
                first = false;
                continue;
            }
            out.append(first ? "" : "\n").append(opening != null ? escape(line) : line(line));
            first = false;
        }
        return opening == null ? out.toString() : out.append("</code></pre>").toString();
    }

    private static String begin(String line) {
        Matcher fence = FENCE.matcher(line);
        String language = fence.matches() ? fence.group(2) : "";
        return language.isEmpty() ? "<pre><code>" : "<pre><code class=\"language-" + escape(language) + "\">";
    }

    private static String line(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return "<b>" + escape(heading.group(1).replace("**", "")) + "</b>";
        }
        Matcher bullet = BULLET.matcher(line);
        return bullet.matches() ? bullet.group(1) + "• " + inline(bullet.group(2)) : inline(line);
    }

    private static String inline(String text) {
        Matcher mark = INLINE.matcher(text);
        StringBuilder out = new StringBuilder();
        int position = 0;
        while (mark.find()) {
            out.append(escape(text.substring(position, mark.start()))).append(marked(mark));
            position = mark.end();
        }
        return out.append(escape(text.substring(position))).toString();
    }

    private static String marked(Matcher mark) {
        if (mark.group(1) != null) {
            return "<code>" + escape(mark.group(1)) + "</code>";
        }
        if (mark.group(2) != null) {
            return "<a href=\"" + escape(mark.group(3)) + "\">" + escape(mark.group(2)) + "</a>";
        }
        if (mark.group(4) != null) {
            return "<b>" + inline(mark.group(4)) + "</b>";
        }
        if (mark.group(5) != null) {
            return "<s>" + inline(mark.group(5)) + "</s>";
        }
        return "<i>" + inline(mark.group(6) == null ? mark.group(7) : mark.group(6)) + "</i>";
    }
}
