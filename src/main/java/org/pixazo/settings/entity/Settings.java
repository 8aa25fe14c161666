package org.pixazo.settings.entity;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values of all settings, read and checked once. Immutable. */
public class Settings {

    /** Who may register. */
    public enum Registration {
        FIRST,
        OPEN,
        CLOSED
    }

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /**
     * Reads every setting. An empty value counts as unset.
     *
     * @param source gives the raw value of a name, or null
     * @throws WrongSettingException naming every wrong value
     */
    public static Settings read(Function<String, String> source) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        List<String> faults = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = source.apply(setting.name());
            if (value != null && !value.isEmpty()) {
                setting.fault(value).ifPresent(faults::add);
                values.put(setting, value);
            }
        }
        if (values.containsKey(Setting.PIXAZO_ADMIN_USERNAME) != values.containsKey(Setting.PIXAZO_ADMIN_PASSWORD)) {
            faults.add("PIXAZO_ADMIN_USERNAME and PIXAZO_ADMIN_PASSWORD must be given together");
        }
        if (values.containsKey(Setting.PIXAZO_ADMIN_API_KEY) && !values.containsKey(Setting.PIXAZO_ADMIN_USERNAME)) {
            faults.add("PIXAZO_ADMIN_API_KEY needs PIXAZO_ADMIN_USERNAME and PIXAZO_ADMIN_PASSWORD beside it");
        }
        if (!faults.isEmpty()) {
            throw new WrongSettingException(faults);
        }
        return new Settings(values);
    }

    public int port() {
        return Integer.parseInt(required(Setting.PIXAZO_PORT));
    }

    /** The data folder, absolute. */
    public Path dataDir() {
        return Path.of(required(Setting.PIXAZO_DATA_DIR)).toAbsolutePath().normalize();
    }

    /** JDBC URL of the database, SQLite in the data folder unless told otherwise. */
    public String dbUrl() {
        return optional(Setting.PIXAZO_DB_URL)
                .orElseGet(() -> "jdbc:sqlite:" + dataDir().resolve("pixazo.db"));
    }

    public Optional<String> dbUser() {
        return optional(Setting.PIXAZO_DB_USER);
    }

    public Optional<String> dbPassword() {
        return optional(Setting.PIXAZO_DB_PASSWORD);
    }

    /** Public address without a trailing slash. */
    public Optional<String> baseUrl() {
        return optional(Setting.PIXAZO_BASE_URL).map(Settings::withoutTrailingSlash);
    }

    public Optional<String> secretKey() {
        return optional(Setting.PIXAZO_SECRET_KEY);
    }

    public Registration registration() {
        return Registration.valueOf(required(Setting.PIXAZO_REGISTRATION).toUpperCase(java.util.Locale.ROOT));
    }

    public Optional<String> adminUsername() {
        return optional(Setting.PIXAZO_ADMIN_USERNAME);
    }

    public Optional<String> adminPassword() {
        return optional(Setting.PIXAZO_ADMIN_PASSWORD);
    }

    public Optional<String> adminApiKey() {
        return optional(Setting.PIXAZO_ADMIN_API_KEY);
    }

    public Optional<String> metricsKey() {
        return optional(Setting.PIXAZO_METRICS_KEY);
    }

    /** Base URL of the text upstream without a trailing slash. */
    public URI grokApiUrl() {
        return URI.create(withoutTrailingSlash(required(Setting.GROK_API_URL)));
    }

    public Optional<String> grokApiKey() {
        return optional(Setting.GROK_API_KEY);
    }

    /** The text upstream counts as configured when its URL or its key is set: a local server needs no key. */
    public boolean grokConfigured() {
        return values.containsKey(Setting.GROK_API_URL) || values.containsKey(Setting.GROK_API_KEY);
    }

    /** Catalogue id to the name that the upstream knows, in the order given. */
    public Map<String, String> grokModelMap() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String pair : optional(Setting.GROK_MODEL_MAP).orElse("").split(",")) {
            if (!pair.isBlank()) {
                String[] sides = pair.split("=");
                names.put(sides[0].strip(), sides[1].strip());
            }
        }
        return names;
    }

    /** Catalogue id to price in US dollars: one amount for a picture, two for a million tokens sent and received. */
    public Map<String, List<BigDecimal>> modelPrices() {
        Map<String, List<BigDecimal>> prices = new LinkedHashMap<>();
        for (String pair : optional(Setting.PIXAZO_MODEL_PRICES).orElse("").split(",")) {
            if (!pair.isBlank()) {
                String[] sides = pair.split("=");
                prices.put(
                        sides[0].strip(),
                        Stream.of(sides[1].strip().split("/"))
                                .map(BigDecimal::new)
                                .toList());
            }
        }
        return prices;
    }

    /** Base URL of the image upstream without a trailing slash. */
    public URI gatewayUrl() {
        return URI.create(withoutTrailingSlash(required(Setting.PIXAZO_GATEWAY_URL)));
    }

    public Optional<String> gatewayApiKey() {
        return optional(Setting.PIXAZO_API_KEY);
    }

    public Duration connectTimeout() {
        return seconds(Setting.PIXAZO_CONNECT_TIMEOUT);
    }

    public Duration firstByteTimeout() {
        return seconds(Setting.PIXAZO_FIRST_BYTE_TIMEOUT);
    }

    public Duration idleTimeout() {
        return seconds(Setting.PIXAZO_IDLE_TIMEOUT);
    }

    /** The values that must never be shown, for whoever masks them. */
    public List<String> secrets() {
        return Stream.of(
                        Setting.PIXAZO_DB_PASSWORD,
                        Setting.PIXAZO_SECRET_KEY,
                        Setting.PIXAZO_ADMIN_PASSWORD,
                        Setting.PIXAZO_ADMIN_API_KEY,
                        Setting.PIXAZO_METRICS_KEY,
                        Setting.GROK_API_KEY,
                        Setting.PIXAZO_API_KEY,
                        Setting.TELEGRAM_BOT_TOKEN,
                        Setting.TELEGRAM_WEBHOOK_SECRET)
                .flatMap(setting -> optional(setting).stream())
                .toList();
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(Long.parseLong(required(setting)));
    }

    private String required(Setting setting) {
        return optional(setting).orElseThrow();
    }

    private Optional<String> optional(Setting setting) {
        return Optional.ofNullable(values.get(setting)).or(setting::defaultValue);
    }

    private static String withoutTrailingSlash(String url) {
        return url.replaceAll("/+$", "");
    }
}
