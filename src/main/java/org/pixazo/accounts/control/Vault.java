package org.pixazo.accounts.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.pixazo.settings.control.DataFolder;
import org.pixazo.settings.entity.Settings;

/**
 * Seals secrets with AES-256-GCM under a key derived by SHA-256 from {@code PIXAZO_SECRET_KEY}, or from a secret that is
 * generated once into the data folder. A sealed text is bound to its purpose and cannot be moved to another row.
 */
@ApplicationScoped
public class Vault {

    private static final String FILE = "secret.key";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Settings settings;

    private SecretKey key;

    @PostConstruct
    void open() {
        String secret = settings.secretKey().orElseGet(this::generatedSecret);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            key = new SecretKeySpec(digest, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Seals a text.
     *
     * @param purpose what it is for; needed again to open it
     */
    public String seal(String text, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), purpose)
                .orElseThrow(() -> new IllegalStateException("AES-256-GCM does not work in this Java"));
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** Opens what was sealed; empty where the key is another one now or the text was tampered with. */
    public Optional<String> open(String sealed, String purpose) {
        byte[] both = Base64.getDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
        return crypt(Cipher.DECRYPT_MODE, nonce, body, purpose).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /**
     * Signs a text with HMAC-SHA256, so that Pixazo knows it again when somebody brings it back.
     *
     * @param purpose what it is for; a signature for one purpose is none for another
     * @return 43 characters that need no escaping in a URL
     */
    public String sign(String text, String purpose) {
        byte[] keyOfPurpose = hmac(key, purpose);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(new SecretKeySpec(keyOfPurpose, HMAC), text));
    }

    /** Whether {@link #sign} made this signature. */
    public boolean signed(String text, String purpose, String signature) {
        return MessageDigest.isEqual(
                sign(text, purpose).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private Optional<byte[]> crypt(int mode, byte[] nonce, byte[] input, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException otherKeyOrTampered) {
            return Optional.empty();
        }
    }

    private String generatedSecret() {
        Path file = DataFolder.of(settings).resolve(FILE);
        try {
            if (!Files.exists(file)) {
                // Made aside and moved, so that a crash never leaves a half-written secret behind.
                Path fresh = file.resolveSibling(FILE + "." + Tokens.next());
                Files.createFile(fresh, DataFolder.ownerOnly("rw-------"));
                Files.writeString(fresh, Tokens.next());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " can neither be read nor made", e);
        }
    }
}
