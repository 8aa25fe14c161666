package org.pixazo.telegram.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.settings.entity.Settings;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.BotApiException;
import org.pixazo.telegram.entity.BotState;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.web.entity.ShutdownStarted;

/** The bot's life: it begins with the application, where there is a token, and ends with it. */
@ApplicationScoped
public class Bot {

    /** Path at which Telegram delivers updates where a webhook is set. */
    public static final String WEBHOOK = "/telegram/webhook";

    private static final Logger LOG = Logger.getLogger(Bot.class.getName());
    private static final int POLL_SECONDS = 25;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration CONFLICT_PAUSE = Duration.ofSeconds(3);

    @Inject
    Settings settings;

    @Inject
    UpdateStore store;

    @Inject
    UpdateWorker worker;

    @Inject
    Sender sender;

    @Inject
    AwaitedAnswers answers;

    @Inject
    AwaitedJobs jobs;

    @Inject
    AwaitedWorks waits;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Texts texts;

    @Inject
    Metrics metrics;

    @Resource
    ManagedThreadFactory threads;

    private final ConcurrentLinkedQueue<Thread> own = new ConcurrentLinkedQueue<>();

    private volatile BotState state = BotState.OFF;
    private volatile BotClient client;
    private volatile boolean stopping;

    /** Begins without waiting for Telegram. */
    public void start() {
        if (settings.telegramToken().isPresent()) {
            state = BotState.STARTING;
            metrics.gauge("telegram.up", "Whether the bot hears and answers", () -> state == BotState.UP ? 1 : 0);
            begin("telegram-bot", this::live);
        }
    }

    public BotState state() {
        return state;
    }

    /** The bot's name without the sign, where it is known. */
    public Optional<String> name() {
        return Optional.ofNullable(client).map(BotClient::name).filter(known -> !known.isEmpty());
    }

    /** Whether a request comes from Telegram. */
    public boolean sentByTelegram(String secret) {
        return secret != null
                && settings.telegramWebhookSecret()
                        .filter(known -> MessageDigest.isEqual(
                                known.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }

    /**
     * Takes an update that Telegram delivered.
     *
     * @return false where the bot is not there at the moment, and Telegram shall come again
     */
    public boolean take(String json) {
        BotClient present = client;
        if (present == null || stopping) {
            return false;
        }
        take(List.of(present.update(json)));
        return true;
    }

    /** Looks after everything that waits longer than it should. */
    public void lookAfter() {
        if (client != null && !stopping) {
            worker.wakeAll();
            sender.wakeAll();
            for (AwaitedWork work : waits.all()) {
                if (work.kind() == AwaitedWork.Kind.ANSWER) {
                    answers.follow(work);
                } else {
                    jobs.lookIfEnded(work);
                }
            }
        }
    }

    void stop(@Observes ShutdownStarted event) {
        stopping = true;
        if (state != BotState.OFF) {
            state = BotState.STOPPED;
            worker.stop();
            own.forEach(Thread::interrupt);
            if (client != null) {
                client.close();
            }
        }
    }

    private void live() {
        BotClient fresh = new BotClient(settings.telegramToken().orElseThrow(), settings.telegramApiUrl());
        if (!introduced(fresh)) {
            fresh.close();
            return;
        }
        client = fresh;
        answers.begin(fresh);
        jobs.begin(fresh);
        begin("telegram-sender", () -> sender.run(fresh));
        worker.begin(fresh);
        lookAfter();
        if (settings.telegramWebhookSecret().isPresent()) {
            state = BotState.UP;
            LOG.info(() -> "The Telegram bot " + fresh.name() + " hears by webhook");
        } else {
            LOG.info(() -> "The Telegram bot " + fresh.name() + " hears by long polling");
            poll(fresh);
        }
    }

    /** Reaches Telegram for the first time, however long that takes; false where it cannot be. */
    private boolean introduced(BotClient fresh) {
        for (int failures = 0; !stopping; failures++) {
            try {
                fresh.begin();
                setMenus(fresh);
                if (settings.telegramWebhookSecret().isPresent()) {
                    fresh.setWebhook(
                            settings.baseUrl().orElseThrow() + WEBHOOK,
                            settings.telegramWebhookSecret().get());
                } else {
                    fresh.removeWebhook();
                }
                return true;
            } catch (BotApiException e) {
                if (e.unauthorized() || e.unknown()) {
                    become(BotState.BAD_TOKEN, e);
                    return false;
                }
                become(BotState.UNREACHABLE, e);
                pause(e, failures);
            }
        }
        return false;
    }

    private void setMenus(BotClient fresh) {
        setMenu(fresh, null);
        Texts.LANGUAGES.forEach(language -> setMenu(fresh, language));
    }

    private void setMenu(BotClient fresh, String language) {
        Map<String, String> menu = new LinkedHashMap<>();
        dispatcher
                .commands()
                .forEach(command -> menu.put(command.name(), texts.in(language).get("command." + command.name())));
        fresh.setMenu(menu, language);
    }

    private void poll(BotClient fresh) {
        int failures = 0;
        while (!stopping) {
            try {
                List<Incoming> updates = fresh.updates(store.next(), POLL_SECONDS);
                failures = 0;
                become(BotState.UP, null);
                take(updates);
            } catch (BotApiException e) {
                if (stopping) {
                    return;
                }
                if (e.unauthorized()) {
                    become(BotState.BAD_TOKEN, e);
                    return;
                }
                become(e.conflict() ? BotState.CONFLICT : BotState.UNREACHABLE, e);
                pause(e, failures++);
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.log(Level.WARNING, "Updates from Telegram could not be stored; they are fetched again", e);
                    pause(null, failures++);
                }
            }
        }
    }

    private void take(List<Incoming> updates) {
        if (!updates.isEmpty()) {
            store.add(updates).stream().map(Incoming::chatId).distinct().forEach(worker::wake);
        }
    }

    /** Says in the log when the state changes, and only then. */
    private void become(BotState next, BotApiException why) {
        if (state == next || stopping) {
            return;
        }
        state = next;
        if (next == BotState.UP) {
            LOG.info("The Telegram bot hears and answers");
        } else {
            Level level = next == BotState.BAD_TOKEN ? Level.SEVERE : Level.WARNING;
            LOG.log(level, "Telegram bot: {0} ({1})", new Object[] {next.detail(), why.getMessage()});
        }
    }

    private void pause(BotApiException why, int failures) {
        Duration pause = Duration.ofMillis(500L << Math.min(failures, 10));
        if (why != null && why.retryAfterSeconds() > 0) {
            pause = Duration.ofSeconds(why.retryAfterSeconds());
        } else if (why != null && why.conflict()) {
            pause = CONFLICT_PAUSE;
        } else if (pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        own.add(thread);
        thread.start();
    }
}
