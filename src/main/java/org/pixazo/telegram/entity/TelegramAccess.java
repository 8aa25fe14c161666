package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What an administrator has said of a person on Telegram, who may not have come yet. */
@Entity
@Table(name = "telegram_access")
public class TelegramAccess {

    @Id
    @Column(name = "telegram_id")
    private Long telegramId;

    private String access;
    private String role;

    @Column(name = "daily_questions")
    private Integer dailyQuestions;

    @Column(name = "daily_images")
    private Integer dailyImages;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected TelegramAccess() {}

    public TelegramAccess(long telegramId, Instant now) {
        this.telegramId = telegramId;
        this.createdAt = now;
    }

    public void change(AccessFields fields, Instant now) {
        access = fields.access();
        role = fields.role();
        dailyQuestions = fields.dailyQuestions();
        dailyImages = fields.dailyImages();
        updatedAt = now;
    }

    public long telegramId() {
        return telegramId;
    }

    public AccessFields fields() {
        return new AccessFields(access, role, dailyQuestions, dailyImages);
    }

    public long version() {
        return version;
    }
}
