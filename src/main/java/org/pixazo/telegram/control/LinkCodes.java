package org.pixazo.telegram.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.pixazo.telegram.entity.Incoming;

/** One-time codes by which a person joins an account: eight characters that cannot be mistaken for one another. */
@ApplicationScoped
public class LinkCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;
    private static final int MOST_TRIES = 8;

    @Inject
    TelegramUsers users;

    private final Cache<Long, AtomicInteger> tries = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(TelegramUsers.CODE_VALID)
            .build();

    /**
     * A new code.
     *
     * @param code to be shown this once
     * @param expiresAt until when it can be used
     */
    public record NewCode(String code, Instant expiresAt) {}

    /** Makes a code for an account; an earlier one ends. */
    public NewCode make(long userId) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new NewCode(code.toString(), users.allow(userId, hash(code.toString())));
    }

    /** @return id of the account that is now behind the person; empty where the code is not valid */
    Optional<Long> use(Incoming.Sender person, String code) {
        if (tries.get(person.id(), id -> new AtomicInteger()).incrementAndGet() > MOST_TRIES) {
            return Optional.empty();
        }
        return users.link(person, hash(code.strip().toUpperCase(Locale.ROOT)));
    }

    private static String hash(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
