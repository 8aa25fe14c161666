package org.pixazo.providers.control;

import java.util.ArrayList;
import java.util.List;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.providers.entity.EnhancedPrompt;
import org.pixazo.providers.entity.PromptAddition;

/** Answers a conversation by rules and says so. */
final class OfflineAnswer {

    private static final String CONNECT =
            "To chat with a real model, an administrator sets `GROK_API_URL` (any OpenAI-compatible server) and, where"
                    + " the server needs one, `GROK_API_KEY`; you can also enter a key of your own in your profile.";
    private static final String HONESTY = "\n\n---\n*Pixazo's offline mode: rules, no AI model. " + CONNECT + "*";
    private static final String OFFER = "Describe a picture, for example `a red fox in the snow` or"
            + " `a lighthouse in a storm, oil painting`, and I turn it into a rich image prompt and explain each part.";

    private final PromptRules rules;

    OfflineAnswer(PromptRules rules) {
        this.rules = rules;
    }

    /** @return Markdown, the same for the same conversation */
    String to(List<ChatTurn> turns) {
        List<String> said = turns.stream()
                .filter(turn -> turn.role().equals("user"))
                .map(ChatTurn::content)
                .toList();
        String last = said.isEmpty() ? "" : said.get(said.size() - 1);
        String idea = earlierIdea(said);
        return switch (OfflineIntent.of(last, !idea.isEmpty())) {
            case NOTHING -> OFFER + HONESTY;
            case GREETING -> "Hello! I am Pixazo's offline mode. " + OFFER + HONESTY;
            case THANKS -> "You are welcome. " + OFFER;
            case IDENTITY -> identity();
            case HELP -> help();
            case QUESTION -> question();
            case CHANGE -> prompt(rules.enhance(idea + ", " + PromptSubject.of(last), null));
            case IMAGE -> prompt(rules.enhance(last, null));
        };
    }

    /** The last image idea before the last message, with the changes that followed it; empty where there is none. */
    private static String earlierIdea(List<String> said) {
        String idea = "";
        for (String message : said.subList(0, Math.max(0, said.size() - 1))) {
            OfflineIntent intent = OfflineIntent.of(message, !idea.isEmpty());
            if (intent == OfflineIntent.IMAGE) {
                idea = PromptSubject.of(message);
            } else if (intent == OfflineIntent.CHANGE) {
                idea = idea + ", " + PromptSubject.of(message);
            }
        }
        return idea;
    }

    private static String identity() {
        return "I am **Pixazo's offline mode** and no AI model: a set of rules that expand image prompts and explain"
                + " them. I do not understand language and know nothing of the world; the same message always gets the"
                + " same answer.\n\n" + CONNECT + "\n\n" + OFFER;
    }

    private static String help() {
        return """
                Without an AI model this is what I can do:

                - **Expand an image idea:** write it in a few words, such as `a cat on a roof at night`.
                - **Follow a style:** name it in the idea, such as `watercolor`, `anime`, `pixel art` or `3d render`.
                - **Change the last idea:** start with `make it …`, `more …`, `add …` or `without …`.

                In the Telegram bot these commands work: `/start` `/new` `/model` `/image` `/enhance` `/save` \
                `/prompts` `/export` `/help`.
                """.strip() + HONESTY;
    }

    private static String question() {
        return "I cannot answer that: this is Pixazo's offline mode, a set of rules for image prompts and no AI model."
                + "\n\n" + CONNECT + "\n\nWhat I can do: " + OFFER;
    }

    private static String prompt(EnhancedPrompt enhanced) {
        List<String> lines = new ArrayList<>();
        lines.add("Here is a richer prompt for your picture:\n");
        lines.add("```\n" + enhanced.prompt() + "\n```\n");
        lines.add("**What each part does**\n");
        lines.add("- **Subject:** " + enhanced.subject() + ". Your own words come first, where they weigh most.");
        for (PromptAddition addition : enhanced.additions()) {
            lines.add("- **" + addition.part() + ":** " + addition.words() + ". " + addition.reason());
        }
        if (enhanced.additions().isEmpty()) {
            lines.add("- Your prompt names setting, light, medium and quality already; I added nothing.");
        }
        lines.add("\n**Negative prompt**\n");
        lines.add("```\n" + enhanced.negativePrompt() + "\n```\n");
        lines.add("**Style:** " + enhanced.style() + " · **Size:** " + enhanced.width() + " × " + enhanced.height());
        return String.join("\n", lines) + HONESTY;
    }
}
