package org.pixazo.telegram.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.images.control.ImageJobRepository;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.Outlook;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobChanged;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.telegram.entity.BotApiException;
import org.pixazo.telegram.entity.Button;
import org.pixazo.telegram.entity.Outgoing;
import org.pixazo.telegram.entity.Spot;
import org.pixazo.web.control.Json;

/** Shows how image jobs come along, and puts their pictures into the queue when they end. */
@ApplicationScoped
public class AwaitedJobs {

    private static final Logger LOG = Logger.getLogger(AwaitedJobs.class.getName());

    @Inject
    ImageJobRepository jobs;

    @Inject
    ImageRepository images;

    @Inject
    Outlook outlook;

    @Inject
    AwaitedWorks waits;

    @Inject
    Outbox outbox;

    @Inject
    Sender sender;

    @Inject
    Texts texts;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    private volatile BotClient bot;

    void begin(BotClient client) {
        bot = client;
    }

    void changed(@Observes JobChanged event) {
        if (bot != null) {
            executor.execute(() -> {
                try {
                    waits.find(AwaitedWork.Kind.JOB, event.jobId()).ifPresent(this::look);
                } catch (RuntimeException e) {
                    // Looked at again within seconds.
                    LOG.log(Level.WARNING, "An image job for Telegram could not be looked at", e);
                }
            });
        }
    }

    /** Tells how a job stands, or delivers what came of it. */
    void look(AwaitedWork work) {
        Spot spot = Json.mapper().readValue(work.place(), Spot.class);
        Optional<ImageJob> job = jobs.find(work.subjectId());
        if (job.isEmpty()) {
            waits.over(work.about(), List.of(Outgoing.removal(spot, work.about())));
        } else if (job.get().status().ended()) {
            sender.pass(spot.chatId(), null);
            waits.over(work.about(), outcome(work, spot, job.get()));
        } else {
            show(work, spot, job.get());
        }
    }

    /** Delivers what came of a job, if it has ended without this server's hearing of it. */
    void lookIfEnded(AwaitedWork work) {
        if (jobs.find(work.subjectId()).filter(job -> !job.status().ended()).isEmpty()) {
            look(work);
        }
    }

    /** The first message about a job. */
    static Outgoing status(Spot spot, ImageJob job, String words, Texts.Language language) {
        String about = AwaitedWork.about(AwaitedWork.Kind.JOB, job.id());
        Button cancel = Button.of(language.get("button.cancel"), "cancel:" + job.id());
        return Outgoing.text(spot, TelegramHtml.escape(words), words, List.of(List.of(cancel)))
                .about(about);
    }

    private void show(AwaitedWork work, Spot spot, ImageJob job) {
        Texts.Language language = texts.in(spot.language());
        String words = words(job, language);
        sender.pass(spot.chatId(), () -> {
            Outgoing status = status(spot, job, words, language);
            try {
                outbox.messageAbout(work.about()).ifPresent(known -> bot.edit(known, status));
                bot.action(spot.chatId(), spot.thread(), "upload_photo");
            } catch (BotApiException e) {
                if (!e.notModified() && !e.notEditable()) {
                    throw e;
                }
            }
        });
    }

    private String words(ImageJob job, Texts.Language language) {
        if (job.status() == JobStatus.RUNNING) {
            return language.get("job.running", job.spec().model(), job.done(), job.n());
        }
        Integer position = outlook.of(job).position();
        return job.error() == null
                ? language.get("job.queued", job.spec().model(), position == null ? 1 : position)
                : language.get("job.retry", job.error());
    }

    private List<Outgoing> outcome(AwaitedWork work, Spot spot, ImageJob job) {
        Texts.Language language = texts.in(spot.language());
        List<Image> made = images.ofJob(job.id());
        List<Outgoing> messages = new ArrayList<>();
        if (!made.isEmpty()) {
            messages.addAll(Pictures.messages(spot, made, language));
        }
        if (job.status() == JobStatus.SUCCEEDED) {
            messages.add(Outgoing.removal(spot, work.about()));
            return messages;
        }
        String words = job.status() == JobStatus.CANCELLED
                ? language.get("job.cancelled")
                : language.get("job.failed", job.error() == null ? "" : job.error());
        messages.add(Outgoing.text(spot, TelegramHtml.escape(words), words, List.of())
                .about(work.about()));
        return messages;
    }
}
