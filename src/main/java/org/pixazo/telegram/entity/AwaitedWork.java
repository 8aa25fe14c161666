package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** An answer or an image job that somebody on Telegram waits for; goes when its outcome is in the queue. */
@Entity
@Table(name = "telegram_waits")
public class AwaitedWork {

    /** What is awaited. */
    public enum Kind {
        ANSWER,
        JOB;

        /** The name in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String about;

    @Column(name = "subject_id")
    private long subjectId;

    private String kind;

    @Column(name = "telegram_chat_id")
    private long telegramChatId;

    @Column(name = "user_id")
    private long userId;

    private String place;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected AwaitedWork() {}

    /**
     * @param subjectId id of the answer or of the job
     * @param place {@link Spot} as JSON
     */
    public AwaitedWork(Kind kind, long subjectId, long telegramChatId, long userId, String place, Instant now) {
        this.about = about(kind, subjectId);
        this.kind = kind.word();
        this.subjectId = subjectId;
        this.telegramChatId = telegramChatId;
        this.userId = userId;
        this.place = place;
        this.createdAt = now;
    }

    /** The name under which messages tell about it. */
    public static String about(Kind kind, long subjectId) {
        return kind.word() + ":" + subjectId;
    }

    public String about() {
        return about;
    }

    public Kind kind() {
        return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    public long subjectId() {
        return subjectId;
    }

    public long telegramChatId() {
        return telegramChatId;
    }

    public long userId() {
        return userId;
    }

    /** {@link Spot} as JSON. */
    public String place() {
        return place;
    }
}
