package org.pixazo.images.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.images.entity.ImageRecipe;

/**
 * The text {@code parameters} that AUTOMATIC1111's web UI writes into its files, and that many programs read: the prompt,
 * a line {@code Negative prompt: …}, and a last line {@code Steps: 20, CFG scale: 7, Seed: 1, Size: 512x512, Model: …}.
 */
final class InfoText {

    /** Longer lines are prompts. */
    private static final int MAX_VALUES = 5_000;

    private static final String NEGATIVE = "Negative prompt: ";
    private static final Pattern VALUE = Pattern.compile("\\s*([\\w ]+):\\s*(\"(?:\\\\.|[^\\\\\"])*\"|[^,]*)(?:,|$)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})x(\\d{1,6})");

    private InfoText() {}

    static String of(ImageRecipe recipe) {
        List<String> values = new ArrayList<>();
        add(values, "Steps", recipe.numSteps());
        add(values, "CFG scale", recipe.guidanceScale());
        add(values, "Seed", recipe.seed());
        values.add("Size: " + recipe.width() + "x" + recipe.height());
        add(values, "Model", recipe.model());
        return recipe.prompt() + "\n"
                + (recipe.negativePrompt() == null ? "" : NEGATIVE + recipe.negativePrompt() + "\n")
                + String.join(", ", values);
    }

    static ImageRecipe parse(String text) {
        String[] lines = text.strip().split("\\R");
        Map<String, String> values = values(lines[lines.length - 1]);
        boolean hasValues = values.containsKey("Steps") || values.containsKey("Seed");
        StringBuilder prompt = new StringBuilder();
        StringBuilder negative = new StringBuilder();
        StringBuilder into = prompt;
        for (int i = 0; i < lines.length - (hasValues ? 1 : 0); i++) {
            String line = lines[i];
            if (line.startsWith(NEGATIVE.strip())) {
                into = negative;
                line = line.substring(NEGATIVE.strip().length()).strip();
            }
            into.append(into.isEmpty() ? "" : "\n").append(line);
        }
        Matcher size = SIZE.matcher(values.getOrDefault("Size", ""));
        boolean sized = size.matches();
        return new ImageRecipe(
                prompt.toString().strip(),
                negative.isEmpty() ? null : negative.toString().strip(),
                values.get("Model"),
                null,
                sized ? Integer.valueOf(size.group(1)) : null,
                sized ? Integer.valueOf(size.group(2)) : null,
                matching(values.get("Steps"), "\\d{1,6}") == null ? null : Integer.valueOf(values.get("Steps")),
                matching(values.get("CFG scale"), "\\d{1,6}(\\.\\d{1,9})?") == null
                        ? null
                        : Double.valueOf(values.get("CFG scale")),
                matching(values.get("Seed"), "\\d{1,18}") == null ? null : Long.valueOf(values.get("Seed")),
                "automatic1111");
    }

    private static Map<String, String> values(String line) {
        Map<String, String> values = new HashMap<>();
        if (line.length() > MAX_VALUES) {
            return values;
        }
        Matcher value = VALUE.matcher(line);
        while (value.find()) {
            values.put(value.group(1).strip(), value.group(2).strip());
        }
        return values;
    }

    private static String matching(String value, String regex) {
        return value != null && value.matches(regex) ? value : null;
    }

    private static void add(List<String> values, String name, Object value) {
        if (value != null) {
            values.add(name + ": " + value);
        }
    }
}
