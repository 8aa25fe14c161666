package org.pixazo.telegram.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The chat of a workspace that goes on where a person writes to the bot. */
@Entity
@Table(name = "telegram_conversations")
public class TelegramConversation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "telegram_chat_id")
    private long telegramChatId;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "chat_id")
    private Long chatId;

    /** For JPA. */
    protected TelegramConversation() {}

    public TelegramConversation(long telegramChatId, long userId, Long chatId) {
        this.telegramChatId = telegramChatId;
        this.userId = userId;
        this.chatId = chatId;
    }

    public void goOnWith(Long newChatId) {
        chatId = newChatId;
    }

    /** Id of the chat; null where the next message begins one. */
    public Long chatId() {
        return chatId;
    }
}
