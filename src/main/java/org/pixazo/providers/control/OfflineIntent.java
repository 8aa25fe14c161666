package org.pixazo.providers.control;

import java.util.List;
import java.util.Set;

/** What a message wants from someone who is no AI model. */
enum OfflineIntent {
    NOTHING,
    GREETING,
    THANKS,
    IDENTITY,
    HELP,
    CHANGE,
    IMAGE,
    QUESTION;

    private static final Set<String> GREETINGS = Set.of(
            "hi",
            "hello",
            "hey",
            "hallo",
            "hola",
            "bonjour",
            "servus",
            "good morning",
            "good evening",
            "good afternoon",
            "hi there",
            "hello there",
            "hey there",
            "hi pixazo",
            "hello pixazo",
            "hey pixazo");
    private static final Set<String> THANKS_WORDS =
            Set.of("thanks", "thank you", "thx", "danke", "merci", "gracias", "many thanks", "thank you very much");
    private static final List<String> IDENTITIES = List.of(
            "who are you",
            "what are you",
            "are you an ai",
            "are you ai",
            "are you a bot",
            "are you a robot",
            "are you real",
            "are you human",
            "which model are you",
            "what model are you",
            "which ai are you",
            "are you chatgpt",
            "are you grok",
            "offline mode",
            "your name");
    private static final List<String> HELPS = List.of(
            "what can you do",
            "how does this work",
            "how do you work",
            "list of commands",
            "which commands",
            "what commands",
            "your commands",
            "help me please",
            "how can you help");
    private static final List<String> PICTURES = List.of(
            "image",
            "picture",
            "photo",
            "draw",
            "paint",
            "drawing",
            "painting",
            "illustration",
            "sketch",
            "render",
            "wallpaper",
            "logo",
            "poster",
            "portrait",
            "imagine",
            "prompt",
            "landscape",
            "icon");
    private static final List<String> CHANGES = List.of(
            "make it",
            "make her",
            "make him",
            "make them",
            "more",
            "less",
            "add",
            "without",
            "instead",
            "change",
            "remove",
            "but",
            "in the style of",
            "and also",
            "now with",
            "with more",
            "with less",
            "darker",
            "brighter");
    private static final List<String> QUESTIONS = List.of(
            "what",
            "why",
            "how",
            "when",
            "who",
            "where",
            "which",
            "is",
            "are",
            "do",
            "does",
            "did",
            "can",
            "could",
            "should",
            "would",
            "will",
            "explain",
            "write",
            "translate",
            "summarize",
            "summarise",
            "solve",
            "calculate",
            "compute",
            "tell",
            "list",
            "define",
            "compare",
            "code",
            "debug",
            "fix");

    /** @param hasEarlierIdea whether an image idea came before, to which a change can apply */
    static OfflineIntent of(String message, boolean hasEarlierIdea) {
        PromptWords words = new PromptWords(message);
        String plain = words.plain();
        String text = message.strip();
        if (plain.isEmpty()) {
            return NOTHING;
        }
        if (GREETINGS.contains(plain)) {
            return GREETING;
        }
        if (THANKS_WORDS.contains(plain)) {
            return THANKS;
        }
        if (text.startsWith("/") && !text.matches("(?is)/(image|enhance)\\s.*")
                || plain.equals("help")
                || plain.equals("commands")
                || words.containAny(HELPS)) {
            return HELP;
        }
        if (words.containAny(IDENTITIES)) {
            return IDENTITY;
        }
        if (hasEarlierIdea && words.startWith(CHANGES)) {
            return CHANGE;
        }
        boolean asks = text.endsWith("?") || words.startWith(QUESTIONS);
        return asks && !words.containAny(PICTURES) ? QUESTION : IMAGE;
    }
}
