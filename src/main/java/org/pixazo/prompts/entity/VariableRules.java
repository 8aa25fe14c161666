package org.pixazo.prompts.entity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which values the types of variables take: those that a browser's field of the type gives. */
final class VariableRules {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");
    private static final Pattern URL = Pattern.compile("https?://\\S{1,8000}");

    private VariableRules() {}

    /** @param value not empty */
    static Optional<String> fault(PromptVariable variable, String value) {
        return switch (variable.type()) {
            case "number", "range" -> numberFault(variable, value);
            case "select" ->
                unless(
                        variable.options().isEmpty() || variable.options().contains(value),
                        "must be one of " + String.join(", ", variable.options()));
            case "checkbox" -> unless(value.equals("true") || value.equals("false"), "must be true or false");
            case "date" -> unless(reads(LocalDate::parse, value), "must be a date such as 2026-11-24");
            case "datetime-local" ->
                unless(reads(LocalDateTime::parse, value), "must be a date and time such as 2026-11-24T10:41");
            case "time" -> unless(reads(LocalTime::parse, value), "must be a time such as 10:41");
            case "month" -> unless(reads(YearMonth::parse, value), "must be a month such as 2026-11");
            case "color" -> unless(COLOR.matcher(value).matches(), "must be a colour such as #ff9f68");
            case "email" -> unless(EMAIL.matcher(value).matches(), "must be an e-mail address");
            case "url" ->
                unless(URL.matcher(value).matches(), "must be an address that begins with http:// or https://");
            default -> Optional.empty();
        };
    }

    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<String> numberFault(PromptVariable variable, String value) {
        Optional<BigDecimal> number = number(value);
        if (number.isEmpty()) {
            return Optional.of("must be a number");
        }
        if (variable.min() != null && number.get().compareTo(variable.min()) < 0) {
            return Optional.of("must be at least " + variable.min().toPlainString());
        }
        if (variable.max() != null && number.get().compareTo(variable.max()) > 0) {
            return Optional.of("must be at most " + variable.max().toPlainString());
        }
        return Optional.empty();
    }

    private static Optional<String> unless(boolean fits, String rule) {
        return fits ? Optional.empty() : Optional.of(rule);
    }

    private static boolean reads(Function<CharSequence, ?> reading, String value) {
        try {
            reading.apply(value);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
