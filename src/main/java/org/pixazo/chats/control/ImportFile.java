package org.pixazo.chats.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.pixazo.settings.control.DataFolder;
import org.pixazo.settings.entity.Settings;

/**
 * A file that somebody sends, put down on disk: it is read twice, once to see whether all of it is well and once to store
 * it, and may be larger than the memory. Gone when it is closed.
 */
public final class ImportFile implements AutoCloseable {

    private final Path path;
    private final String sha256;

    private ImportFile(Path path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /** Takes a body to its end. */
    public static ImportFile of(InputStream body, Settings settings) {
        Path path = DataFolder.of(settings, "imports").resolve(UUID.randomUUID().toString());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Files.createFile(path, DataFolder.ownerOnly("rw-------"));
            try (OutputStream out = Files.newOutputStream(path)) {
                new DigestInputStream(body, digest).transferTo(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
            return new ImportFile(path, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file that was sent cannot be kept", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    Path path() {
        return path;
    }

    /** Hash of the bytes, which names the request that sent them. */
    public String sha256() {
        return sha256;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The file that was sent cannot be removed", e);
        }
    }
}
