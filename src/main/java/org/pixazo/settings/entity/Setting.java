package org.pixazo.settings.entity;

import java.util.Optional;

/**
 * Every setting of Pixazo, once: its name (an environment variable, equally a MicroProfile Config property), what it
 * means, its default and the rule that its value keeps. {@link Settings} gives the values with their types.
 */
public enum Setting {
    /** HTTP port of the packaged start. */
    PIXAZO_PORT("8080", Rules.PORT),
    /** Folder of the database, the images and the generated secret; created with owner-only rights. */
    PIXAZO_DATA_DIR("data", Rules.PATH),
    /** JDBC URL. Unset: the SQLite file {@code pixazo.db} in the data folder; {@code jdbc:postgresql:} for PostgreSQL. */
    PIXAZO_DB_URL(null, Rules.JDBC_URL),
    /** Name of the database user. */
    PIXAZO_DB_USER(null, Rules.ANY),
    /** Password of the database user. */
    PIXAZO_DB_PASSWORD(null, Rules.ANY),
    /** Public address, for links that leave the browser. Unset: derived from the request. */
    PIXAZO_BASE_URL(null, Rules.HTTP_URL),
    /** Seals stored credentials (AES-256-GCM). Unset: generated once into the data folder, mode 600. */
    PIXAZO_SECRET_KEY(null, Rules.atLeast(16)),
    /** Who may register: {@code first} (only the first account, which becomes administrator), {@code open}, {@code closed}. */
    PIXAZO_REGISTRATION("first", Rules.oneOf("first", "open", "closed")),
    /** User name of an administrator who is there from the start; needs {@link #PIXAZO_ADMIN_PASSWORD}. */
    PIXAZO_ADMIN_USERNAME(null, Rules.USERNAME),
    /** Password of that administrator. */
    PIXAZO_ADMIN_PASSWORD(null, Rules.atLeast(8)),
    /** An API key of that administrator, there from the start. */
    PIXAZO_ADMIN_API_KEY(null, Rules.API_KEY),
    /** Bearer key with which a monitoring system may read {@code /api/metrics}, besides administrators. */
    PIXAZO_METRICS_KEY(null, Rules.atLeast(16)),
    /** The text upstream: the base URL of any OpenAI-compatible server. */
    GROK_API_URL("https://api.x.ai/v1", Rules.HTTP_URL),
    /** Key of the text upstream; a local server needs none. */
    GROK_API_KEY(null, Rules.ANY),
    /** Names to send upstream, as in {@code grok-3-auto=grok-4.5,grok-4=grok-4.6}. */
    GROK_MODEL_MAP(null, Rules.PAIRS),
    /**
     * What models cost, in US dollars: text models for a million tokens of questions and of answers, image models for a
     * picture, as in {@code grok-4=3/15,my-image=0.02}. Outdoes the catalogue's own prices.
     */
    PIXAZO_MODEL_PRICES(null, Rules.PRICES),
    /** Tokens that text models take at most, question and answer together, as in {@code grok-4=256000,local/llama3.2=8192}. */
    PIXAZO_CONTEXT_WINDOWS(null, Rules.TOKENS),
    /** How {@link #GROK_API_URL} is spoken to: {@code openai}, or {@code ask} for a Grok-Api wrapper's {@code POST /ask}. */
    GROK_API_PROTOCOL("openai", Rules.oneOf("openai", "ask")),
    /** Proxy that a Grok-Api wrapper shall use, as in {@code http://user:password@host:port}; the original needs one. */
    GROK_ASK_PROXY(null, Rules.ANY),
    /**
     * Further text upstreams, OpenAI-compatible, as in {@code local=http://localhost:11434/v1,spare=https://openrouter.ai/api/v1}.
     * Their models are called {@code local/llama3.2}.
     */
    PIXAZO_TEXT_UPSTREAMS(null, Rules.NAMED_URLS),
    /** Keys of these upstreams, as in {@code spare=sk-…}. */
    PIXAZO_TEXT_UPSTREAM_KEYS(null, Rules.NAMED_KEYS),
    /**
     * Which upstreams answer for a model, in the order in which they are asked, as in
     * {@code grok-4=grok|spare:x-ai/grok-4,*=grok|local:llama3.2}; {@code *} stands for every model of {@code grok}.
     */
    PIXAZO_MODEL_ROUTES(null, Rules.ROUTES),
    /** The image upstream. */
    PIXAZO_GATEWAY_URL("https://gateway.pixazo.ai", Rules.HTTP_URL),
    /** Key of the image upstream; unset, its models are unavailable. */
    PIXAZO_API_KEY(null, Rules.ANY),
    /**
     * Pictures that may be ordered from the image upstream in a minute with one key, over all jobs. Unset: 10 at
     * {@code gateway.pixazo.ai}, whose free keys have no more; elsewhere as many as it takes.
     */
    PIXAZO_GATEWAY_PACE(null, Rules.between(1, 100_000)),
    /** Image jobs of one provider that this server works on at once, as in {@code pixazo=4,offline=2}. */
    PIXAZO_IMAGE_JOBS_AT_ONCE("pixazo=4,offline=2", Rules.COUNTS),
    /** Seconds until a connection to an upstream must stand. */
    PIXAZO_CONNECT_TIMEOUT("10", Rules.between(1, 600)),
    /** Seconds until an upstream must begin to answer. */
    PIXAZO_FIRST_BYTE_TIMEOUT("120", Rules.between(1, 3600)),
    /** Seconds of silence after which an answer that has begun counts as broken. */
    PIXAZO_IDLE_TIMEOUT("120", Rules.between(1, 3600)),
    /** {@code yes} fills the search index anew at the start, before anything is served. */
    PIXAZO_SEARCH_REBUILD("no", Rules.oneOf("no", "yes")),
    /** Token of the Telegram bot; starts the bot. */
    TELEGRAM_BOT_TOKEN(null, Rules.ANY),
    /** The Bot API server; may be self-hosted. */
    TELEGRAM_API_URL("https://api.telegram.org", Rules.HTTP_URL),
    /** With {@link #PIXAZO_BASE_URL}: webhook instead of long polling. */
    TELEGRAM_WEBHOOK_SECRET(null, Rules.WEBHOOK_SECRET),

    /**
     * Numbers of the only people on Telegram, and of the only groups, that the bot talks to, as in {@code 42,-1001234}.
     * These people get an account on first contact whoever may register. Unset: everybody whom registration lets in.
     */
    TELEGRAM_ALLOWED(null, Rules.NUMBERS),

    /** Questions to text models that a person who is no administrator may ask by Telegram in a day (UTC). Unset: any. */
    TELEGRAM_DAILY_QUESTIONS(null, Rules.between(0, 1_000_000)),

    /** Pictures that a person who is no administrator may order by Telegram in a day (UTC). Unset: any. */
    TELEGRAM_DAILY_IMAGES(null, Rules.between(0, 1_000_000));

    private final String defaultValue;
    private final Rules rule;

    Setting(String defaultValue, Rules rule) {
        this.defaultValue = defaultValue;
        this.rule = rule;
    }

    /** The value that holds where none is given; empty for a setting that is off by default. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /**
     * Holds a value against the rule.
     *
     * @return one line that names the setting, the fault and what is allowed, without the value where it may be a
     *     secret; empty where all is well
     */
    public Optional<String> fault(String value) {
        return rule.fault(value).map(fault -> name() + " " + fault);
    }
}
