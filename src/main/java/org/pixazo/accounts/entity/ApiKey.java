package org.pixazo.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A secret by which programs act for a user. The secret is shown once; the database keeps its hash. */
@Entity
@Table(name = "api_keys")
public class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private long userId;

    private String name;
    private String prefix;

    @Column(name = "secret_hash")
    private String secretHash;

    private String scopes;
    private String models;

    @Column(name = "requests_per_minute")
    private Integer requestsPerMinute;

    @Column(name = "tokens_per_minute")
    private Long tokensPerMinute;

    @Column(name = "parallel_requests")
    private Integer parallelRequests;

    @Column(name = "monthly_tokens")
    private Long monthlyTokens;

    @Column(name = "monthly_cost")
    private Long monthlyCost;

    private boolean blocked;

    private boolean provisioned;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA. */
    protected ApiKey() {}

    public ApiKey(long userId, String name, String prefix, String secretHash, Set<Scope> scopes, Instant now) {
        this.userId = userId;
        this.name = name;
        this.prefix = prefix;
        this.secretHash = secretHash;
        this.scopes = words(scopes);
        this.createdAt = now;
    }

    /** Marks the key as the one that the settings provide. */
    public ApiKey provisioned() {
        provisioned = true;
        return this;
    }

    /** Narrows what the key opens: until when, for which models (none for all), and how much. */
    public ApiKey limited(Instant newExpiry, Collection<String> newModels, KeyLimits limits) {
        expiresAt = newExpiry;
        models = newModels.isEmpty() ? null : String.join("\n", newModels);
        requestsPerMinute = limits.requestsPerMinute();
        tokensPerMinute = limits.tokensPerMinute();
        parallelRequests = limits.parallelRequests();
        monthlyTokens = limits.monthlyTokens();
        monthlyCost = limits.monthlyCost();
        return this;
    }

    public ApiKey change(String newName, Set<Scope> newScopes) {
        name = newName;
        scopes = words(newScopes);
        return this;
    }

    /** Whether it shall open nothing until further notice. */
    public ApiKey blocked(boolean nowBlocked) {
        blocked = nowBlocked;
        return this;
    }

    /** Replaces the secret. */
    public void rotate(String newPrefix, String newHash) {
        prefix = newPrefix;
        secretHash = newHash;
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).collect(Collectors.joining(" "));
    }

    public boolean validAt(Instant now) {
        return !blocked && (expiresAt == null || now.isBefore(expiresAt));
    }

    public long id() {
        return id;
    }

    public long userId() {
        return userId;
    }

    public String name() {
        return name;
    }

    /** The first characters of the secret, to tell keys apart. */
    public String prefix() {
        return prefix;
    }

    public String secretHash() {
        return secretHash;
    }

    public Set<Scope> scopes() {
        Set<Scope> set = EnumSet.noneOf(Scope.class);
        Arrays.stream(scopes.split(" ")).forEach(word -> Scope.of(word).ifPresent(set::add));
        return set;
    }

    /** The only models that the key opens; empty for all. */
    public Set<String> models() {
        return models == null ? Set.of() : new LinkedHashSet<>(List.of(models.split("\n")));
    }

    public KeyLimits limits() {
        return new KeyLimits(requestsPerMinute, tokensPerMinute, parallelRequests, monthlyTokens, monthlyCost);
    }

    /** Whether the key opens nothing until it is let in again. */
    public boolean blocked() {
        return blocked;
    }

    /** Whether the settings provide it. */
    public boolean isProvisioned() {
        return provisioned;
    }

    public long version() {
        return version;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Within a minute; null where it was never used. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
