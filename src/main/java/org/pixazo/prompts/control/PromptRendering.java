package org.pixazo.prompts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.User;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.prompts.entity.PromptTemplate;
import org.pixazo.prompts.entity.PromptVariable;
import org.pixazo.prompts.entity.SystemVariable;

/** Fills in the variables of prompts. */
@ApplicationScoped
public class PromptRendering {

    private static final int LONGEST_VALUE = 100_000;

    @Inject
    UserRepository users;

    /**
     * Where and how the person is.
     *
     * @param zone their time zone
     * @param language tag of their language, such as {@code en-GB}
     */
    public record Place(ZoneId zone, String language) {}

    /**
     * The text of a prompt.
     *
     * @param values strings, numbers and truths by the names of variables; one that is not given has its default, or is
     *     empty. {@code CLIPBOARD} may be given too.
     * @throws InvalidInputException naming each value, as {@code values.name}, that is missing or does not fit
     */
    public String render(long userId, PromptTemplate template, Map<String, Object> values, Place place) {
        Map<String, String> texts = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        Map<String, PromptVariable> variables =
                template.variables().stream().collect(Collectors.toMap(PromptVariable::name, Function.identity()));
        values.forEach((name, value) -> {
            if (!variables.containsKey(name) && !name.equals(SystemVariable.CLIPBOARD.name())) {
                errors.add(new FieldError(field(name), "is not a variable of this prompt"));
            } else if (value instanceof Map || value instanceof List) {
                errors.add(new FieldError(field(name), "must be a string, a number, or true or false"));
            } else if (Objects.toString(value, "").length() > LONGEST_VALUE) {
                errors.add(new FieldError(field(name), "must have at most " + LONGEST_VALUE + " characters"));
            } else {
                texts.put(name, Objects.toString(value, ""));
            }
        });
        for (PromptVariable variable : variables.values()) {
            String text = texts.getOrDefault(variable.name(), Objects.toString(variable.defaultValue(), ""));
            texts.put(variable.name(), text);
            variable.fault(text).ifPresent(rule -> errors.add(new FieldError(field(variable.name()), rule)));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        if (!template.systemVariables().isEmpty()) {
            texts.putAll(
                    systemValues(users.get(userId), place, texts.getOrDefault(SystemVariable.CLIPBOARD.name(), "")));
        }
        return template.fill(texts::get);
    }

    private static Map<String, String> systemValues(User user, Place place, String clipboard) {
        ZonedDateTime now = ZonedDateTime.now(place.zone()).truncatedTo(ChronoUnit.SECONDS);
        String date = DateTimeFormatter.ISO_LOCAL_DATE.format(now);
        String time = DateTimeFormatter.ISO_LOCAL_TIME.format(now);
        Map<String, String> values = new HashMap<>();
        for (SystemVariable variable : SystemVariable.values()) {
            values.put(
                    variable.name(),
                    switch (variable) {
                        case CURRENT_DATE -> date;
                        case CURRENT_TIME -> time;
                        case CURRENT_DATETIME -> date + " " + time;
                        case CURRENT_TIMEZONE -> place.zone().getId();
                        case CURRENT_WEEKDAY -> now.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                        case USER_NAME -> user.username();
                        case USER_EMAIL -> Objects.toString(user.profile().email(), "");
                        case USER_LANGUAGE -> place.language();
                        case CLIPBOARD -> clipboard;
                    });
        }
        return values;
    }

    private static String field(String name) {
        return "values." + name;
    }
}
