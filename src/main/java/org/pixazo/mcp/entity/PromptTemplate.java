package org.pixazo.mcp.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A saved prompt whose <code>{{variables}}</code> are filled in when it is used. */
public record PromptTemplate(String content) {

    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_ .-]{0,60}[\\p{L}\\p{N}_])?)\\s*}}");

    /** Names of the variables, in the order in which they first stand in the text. */
    public List<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(content);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return new ArrayList<>(names);
    }

    /** @param values by the names of the variables; one without a value stays as it is */
    public String fill(Map<String, String> values) {
        return VARIABLE.matcher(content)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
