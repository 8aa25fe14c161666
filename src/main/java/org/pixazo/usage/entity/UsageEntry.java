package org.pixazo.usage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A call of a model as the ledger keeps it. For reading; the ledger itself writes many at once. */
@Entity
@Table(name = "usage")
public class UsageEntry {

    @Id
    private long id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "key_id")
    private Long keyId;

    @Column(name = "job_id")
    private Long jobId;

    private String channel;
    private String kind;
    private String model;
    private String provider;

    @Column(name = "prompt_tokens")
    private long promptTokens;

    @Column(name = "completion_tokens")
    private long completionTokens;

    @Column(name = "tokens_estimated")
    private boolean tokensEstimated;

    private int images;
    private Long cost;

    @Column(name = "first_token_ms")
    private Long firstTokenMillis;

    @Column(name = "total_ms")
    private Long totalMillis;

    private String status;

    @Column(name = "http_status")
    private Integer httpStatus;

    @Column(name = "request_id")
    private String requestId;

    private String node;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected UsageEntry() {}

    public long id() {
        return id;
    }

    public long userId() {
        return userId;
    }

    /** Null for a session. */
    public Long keyId() {
        return keyId;
    }

    /** The image job whose work the call is; null for a call of a text model. */
    public Long jobId() {
        return jobId;
    }

    /** Word of a {@link Channel}. */
    public String channel() {
        return channel;
    }

    /** Word of a {@link CallKind}. */
    public String kind() {
        return kind;
    }

    /** Catalogue id. */
    public String model() {
        return model;
    }

    /** Who answered, or was asked last. */
    public String provider() {
        return provider;
    }

    public long promptTokens() {
        return promptTokens;
    }

    public long completionTokens() {
        return completionTokens;
    }

    /** Whether Pixazo counted the tokens, since the provider did not. */
    public boolean tokensEstimated() {
        return tokensEstimated;
    }

    /** How many pictures were made. */
    public int images() {
        return images;
    }

    /** In billionths of a US dollar; null where the price is unknown. */
    public Long cost() {
        return cost;
    }

    /** Null where nothing came, or nothing is streamed. */
    public Long firstTokenMillis() {
        return firstTokenMillis;
    }

    /** Null where the call has not ended, or nobody saw it end. */
    public Long totalMillis() {
        return totalMillis;
    }

    /** Word of a {@link CallStatus}. */
    public String status() {
        return status;
    }

    /** What the caller got; null where no single status says it. */
    public Integer httpStatus() {
        return httpStatus;
    }

    public String requestId() {
        return requestId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
