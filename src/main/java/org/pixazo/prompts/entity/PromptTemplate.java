package org.pixazo.prompts.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.errors.entity.InvalidInputException;

/**
 * A text with variables that are filled in when it is used, written as Open WebUI writes them: <code>{{name}}</code>, or
 * <code>{{name | type:property="value":required}}</code>
 * (<a href="https://docs.openwebui.com/features/workspace/prompts">its manual</a>). What stands between double braces and
 * is not of this form is text.
 */
public record PromptTemplate(String content) {

    private static final int LONGEST_TEXT = 1_000_000;

    private static final String NAME = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_ .-]{0,60}[\\p{L}\\p{N}_])?";
    private static final String STRING = "\"(?:[^\"\\\\]|\\\\.){0,2000}+\"";
    private static final String VALUE =
            "(?:" + STRING + "|\\[(?:[^\\]\"]|" + STRING + "){0,4000}+\\]|[^\\s:\"\\[\\]{}|]{1,200}+)";
    private static final String PROPERTY = "\\s*+:\\s*+(%1$s[a-z_]{1,30}+)(?:\\s*+=\\s*+(%1$s" + VALUE + "))?+";
    // Possessive and bounded throughout, so that no text takes long or deep to look through.
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*+(" + NAME
            + ")\\s*+(?:\\|\\s*+([a-z][a-z-]{0,30}+)((?:" + PROPERTY.formatted("?:") + "){0,20}+)\\s*+)?+}}");
    private static final Pattern PROPERTIES = Pattern.compile(PROPERTY.formatted(""));

    /** The variables that a person fills in, in the order in which they first stand in the text. */
    public List<PromptVariable> variables() {
        Map<String, PromptVariable> variables = new LinkedHashMap<>();
        Matcher place = PLACE.matcher(content);
        while (place.find()) {
            String name = place.group(1);
            if (!SystemVariable.isName(name)) {
                // The first place that says more than the name tells what the variable is.
                boolean said = place.group(2) != null;
                PromptVariable known = variables.get(name);
                if (known == null || (said && known.equals(PromptVariable.plain(name)))) {
                    variables.put(name, said ? variable(place) : PromptVariable.plain(name));
                }
            }
        }
        return new ArrayList<>(variables.values());
    }

    /** Names of the variables in the text that fill themselves, see {@link SystemVariable}. */
    public List<String> systemVariables() {
        Set<String> names = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(content);
        while (place.find()) {
            if (SystemVariable.isName(place.group(1))) {
                names.add(place.group(1));
            }
        }
        return List.copyOf(names);
    }

    /**
     * The text with its variables filled in.
     *
     * @param values gives the text for a variable, system variables included, by its name
     * @throws InvalidInputException where more than a million characters would come of it
     */
    public String fill(Function<String, String> values) {
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(content);
        int behind = 0;
        while (place.find()) {
            text.append(content, behind, place.start()).append(values.apply(place.group(1)));
            behind = place.end();
            if (text.length() > LONGEST_TEXT) {
                throw new InvalidInputException("values", "must not make a text of more than 1000000 characters");
            }
        }
        return text.append(content, behind, content.length()).toString();
    }

    private static PromptVariable variable(Matcher place) {
        Map<String, String> properties = new LinkedHashMap<>();
        Matcher property = PROPERTIES.matcher(place.group(3));
        while (property.find()) {
            properties.putIfAbsent(property.group(1), property.group(2));
        }
        return PromptVariable.of(place.group(1), place.group(2), properties);
    }
}
