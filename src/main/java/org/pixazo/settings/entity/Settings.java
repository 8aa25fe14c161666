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
import java.util.Set;
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

    private static final URI VENDORS_GATEWAY =
            URI.create(Setting.PIXAZO_GATEWAY_URL.defaultValue().orElseThrow());

    private static final int FREE_PACE = 10;

    private static final int UNPACED = 100_000;

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
        Settings settings = new Settings(values);
        if (faults.isEmpty()) {
            faults.addAll(settings.unknownUpstreams());
        }
        if (!faults.isEmpty()) {
            throw new WrongSettingException(faults);
        }
        return settings;
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

    /** Whether the search index is to be filled anew at the start. */
    public boolean searchRebuild() {
        return required(Setting.PIXAZO_SEARCH_REBUILD).equals("yes");
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
        return pairs(Setting.GROK_MODEL_MAP);
    }

    /** Catalogue id to price in US dollars: one amount for a picture, two for a million tokens sent and received. */
    public Map<String, List<BigDecimal>> modelPrices() {
        Map<String, List<BigDecimal>> prices = new LinkedHashMap<>();
        pairs(Setting.PIXAZO_MODEL_PRICES)
                .forEach((model, price) -> prices.put(
                        model, Stream.of(price.split("/")).map(BigDecimal::new).toList()));
        return prices;
    }

    /** How the text upstream is spoken to, as the providers name it. */
    public String grokApiProtocol() {
        return required(Setting.GROK_API_PROTOCOL);
    }

    public Optional<String> grokAskProxy() {
        return optional(Setting.GROK_ASK_PROXY);
    }

    /** Further text upstreams by their names, without a trailing slash, in the order given. */
    public Map<String, URI> textUpstreams() {
        Map<String, URI> upstreams = new LinkedHashMap<>();
        pairs(Setting.PIXAZO_TEXT_UPSTREAMS)
                .forEach((name, url) -> upstreams.put(name, URI.create(withoutTrailingSlash(url))));
        return upstreams;
    }

    /** Keys of further text upstreams by their names. */
    public Map<String, String> textUpstreamKeys() {
        return pairs(Setting.PIXAZO_TEXT_UPSTREAM_KEYS);
    }

    /** Catalogue id, or {@code *}, to upstreams in their order, each as {@code name} or {@code name:model}. */
    public Map<String, List<String>> modelRoutes() {
        Map<String, List<String>> routes = new LinkedHashMap<>();
        pairs(Setting.PIXAZO_MODEL_ROUTES).forEach((model, route) -> routes.put(model, List.of(route.split("\\|"))));
        return routes;
    }

    /** Base URL of the image upstream without a trailing slash. */
    public URI gatewayUrl() {
        return URI.create(withoutTrailingSlash(required(Setting.PIXAZO_GATEWAY_URL)));
    }

    public Optional<String> gatewayApiKey() {
        return optional(Setting.PIXAZO_API_KEY);
    }

    /** Pictures a minute that may be ordered from the image upstream with one key. */
    public int gatewayPace() {
        return optional(Setting.PIXAZO_GATEWAY_PACE)
                .map(Integer::parseInt)
                .orElse(gatewayUrl().equals(VENDORS_GATEWAY) ? FREE_PACE : UNPACED);
    }

    /** Jobs that this server works on at once, by provider; a provider that is not named has no limit of its own. */
    public Map<String, Integer> imageJobsAtOnce() {
        Map<String, Integer> most = new LinkedHashMap<>();
        pairs(Setting.PIXAZO_IMAGE_JOBS_AT_ONCE)
                .forEach((provider, count) -> most.put(provider, Integer.valueOf(count)));
        return most;
    }

    /** Tokens that text models take at most, by catalogue id. */
    public Map<String, Integer> contextWindows() {
        Map<String, Integer> most = new LinkedHashMap<>();
        pairs(Setting.PIXAZO_CONTEXT_WINDOWS).forEach((model, tokens) -> most.put(model, Integer.valueOf(tokens)));
        return most;
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

    /** Token of the Telegram bot; empty where there shall be none. */
    public Optional<String> telegramToken() {
        return optional(Setting.TELEGRAM_BOT_TOKEN);
    }

    /** Base URL of the Bot API server without a trailing slash. */
    public String telegramApiUrl() {
        return withoutTrailingSlash(required(Setting.TELEGRAM_API_URL));
    }

    /** Secret of the webhook; empty for long polling, as it also is where there is no public address. */
    public Optional<String> telegramWebhookSecret() {
        return optional(Setting.TELEGRAM_WEBHOOK_SECRET)
                .filter(secret -> baseUrl().isPresent());
    }

    /** Numbers of the people and groups that the bot talks to; empty for all. */
    public Set<Long> telegramAllowed() {
        return optional(Setting.TELEGRAM_ALLOWED).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(Long::valueOf)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    public Optional<Integer> telegramDailyQuestions() {
        return optional(Setting.TELEGRAM_DAILY_QUESTIONS).map(Integer::valueOf);
    }

    public Optional<Integer> telegramDailyImages() {
        return optional(Setting.TELEGRAM_DAILY_IMAGES).map(Integer::valueOf);
    }

    /** The values that must never be shown, for whoever masks them. */
    public List<String> secrets() {
        Stream<String> ownSettings = Stream.of(
                        Setting.PIXAZO_DB_PASSWORD,
                        Setting.PIXAZO_SECRET_KEY,
                        Setting.PIXAZO_ADMIN_PASSWORD,
                        Setting.PIXAZO_ADMIN_API_KEY,
                        Setting.PIXAZO_METRICS_KEY,
                        Setting.GROK_API_KEY,
                        Setting.GROK_ASK_PROXY,
                        Setting.PIXAZO_API_KEY,
                        Setting.TELEGRAM_BOT_TOKEN,
                        Setting.TELEGRAM_WEBHOOK_SECRET)
                .flatMap(setting -> optional(setting).stream());
        return Stream.concat(ownSettings, textUpstreamKeys().values().stream()).toList();
    }

    private Map<String, String> pairs(Setting setting) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : optional(setting).orElse("").split(",")) {
            if (!pair.isBlank()) {
                int sign = pair.indexOf('=');
                pairs.put(
                        pair.substring(0, sign).strip(),
                        pair.substring(sign + 1).strip());
            }
        }
        return pairs;
    }

    private List<String> unknownUpstreams() {
        Set<String> known = textUpstreams().keySet();
        List<String> faults = new ArrayList<>();
        textUpstreamKeys().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "PIXAZO_TEXT_UPSTREAM_KEYS names '" + name + "', which must be in PIXAZO_TEXT_UPSTREAMS")
                .forEach(faults::add);
        modelRoutes().values().stream()
                .flatMap(List::stream)
                .map(target -> target.split(":", 2)[0])
                .filter(name -> !name.equals("grok") && !known.contains(name))
                .distinct()
                .map(name -> "PIXAZO_MODEL_ROUTES names '" + name + "', which must be grok or in PIXAZO_TEXT_UPSTREAMS")
                .forEach(faults::add);
        return faults;
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
