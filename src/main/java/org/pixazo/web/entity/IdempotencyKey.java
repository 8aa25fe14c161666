package org.pixazo.web.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.pixazo.errors.entity.InvalidInputException;

/**
 * The name that a client gives to a request, so that sending it again does not do it again
 * (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">Idempotency-Key</a>).
 *
 * @param userId whose it is; users do not share keys
 * @param key as the client wrote it
 * @param fingerprint hash of what is asked for
 */
public record IdempotencyKey(long userId, String key, String fingerprint) {

    private static final int MAX_LENGTH = 255;

    /**
     * Reads the header.
     *
     * @param header as given, or null
     * @param request all that makes the request what it is
     * @throws InvalidInputException where it is no key
     */
    public static Optional<IdempotencyKey> of(long userId, String header, Object... request) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.isBlank() || header.length() > MAX_LENGTH) {
            throw new InvalidInputException("Idempotency-Key", "must have 1 to " + MAX_LENGTH + " characters");
        }
        return Optional.of(new IdempotencyKey(userId, header, hash(request)));
    }

    private static String hash(Object... request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Object part : request) {
                sha256.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
