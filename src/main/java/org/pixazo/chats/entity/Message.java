package org.pixazo.chats.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.schema.entity.Lease;

/**
 * One message of a chat. A user's or system's message is complete from the start. An answer begins as
 * {@link MessageStatus#STREAMING}, leased by the server that receives it, and ends once, in one of the other states.
 */
@Entity
@Table(name = "messages")
public class Message {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "chat_id")
    private long chatId;

    @Column(name = "parent_id")
    private Long parentId;

    private String role;
    private String content;
    private String model;
    private String status;
    private String error;

    @Column(name = "finish_reason")
    private String finishReason;

    @Column(name = "prompt_tokens")
    private Long promptTokens;

    @Column(name = "completion_tokens")
    private Long completionTokens;

    @Column(name = "tokens_estimated")
    private boolean tokensEstimated;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "left_out")
    private Integer leftOut;

    @Column(name = "lease_owner")
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected Message() {}

    private Message(long chatId, Long parentId, MessageRole role, String content, Instant now) {
        this.chatId = chatId;
        this.parentId = parentId;
        this.role = role.word();
        this.content = content;
        this.status = MessageStatus.COMPLETE.word();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** A message that is whole from the start. */
    public static Message written(long chatId, Long parentId, MessageRole role, String content, Instant now) {
        return new Message(chatId, parentId, role, content, now);
    }

    /** An answer that is about to come. */
    public static Message answer(long chatId, long questionId, String model, Lease lease, Instant now) {
        Message message = new Message(chatId, questionId, MessageRole.ASSISTANT, "", now);
        message.model = model;
        message.status = MessageStatus.STREAMING.word();
        message.leaseOwner = lease.owner();
        message.leaseUntil = lease.until();
        return message;
    }

    /** Ends the answer; does nothing where it has ended already. */
    public void end(AnswerEnd end, Instant now) {
        if (status() != MessageStatus.STREAMING) {
            return;
        }
        content = end.content();
        status = end.status().word();
        error = end.error();
        finishReason = end.finishReason();
        if (end.usage() != null) {
            promptTokens = end.usage().promptTokens();
            completionTokens = end.usage().completionTokens();
            tokensEstimated = end.usage().estimated();
        }
        leaseOwner = null;
        leaseUntil = null;
        updatedAt = now;
    }

    /** Says something else in the same place. */
    public void edit(String given, Instant now) {
        content = given;
        editedAt = now;
        updatedAt = now;
    }

    /** Notes how many of the oldest messages of its branch the model was not sent. */
    public void leaveOut(int count) {
        leftOut = count;
    }

    /** When it was edited in place last; null for never. */
    public Instant editedAt() {
        return editedAt;
    }

    /** How many of the oldest messages of its branch the model was not sent; null where that was not noted. */
    public Integer leftOut() {
        return leftOut;
    }

    public long id() {
        return id;
    }

    public long chatId() {
        return chatId;
    }

    /** Id of the message that this one follows; null for the first. */
    public Long parentId() {
        return parentId;
    }

    public MessageRole role() {
        return MessageRole.of(role);
    }

    public String content() {
        return content;
    }

    /** Catalogue id of the model that answered; null for messages of people. */
    public String model() {
        return model;
    }

    public MessageStatus status() {
        return MessageStatus.of(status);
    }

    /** Why it failed, in words for people; null otherwise. */
    public String error() {
        return error;
    }

    /** The upstream's word for why it ended, such as {@code stop}; null where there is none. */
    public String finishReason() {
        return finishReason;
    }

    /** Tokens of the call; null where nothing is known. */
    public TokenUsage usage() {
        return promptTokens == null ? null : new TokenUsage(promptTokens, completionTokens, tokensEstimated);
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
