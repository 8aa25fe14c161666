package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.pixazo.images.entity.StoredFile;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.settings.control.DataFolder;
import org.pixazo.settings.entity.Settings;

/**
 * The files of pictures, byte for byte as they came, named by their content: the same picture twice is one file. A file
 * appears under its name only when it is whole.
 */
@ApplicationScoped
public class ImageFiles {

    @Inject
    Settings settings;

    /** Many may add files at once; none may be removed between the writing of a file and of the row that names it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /**
     * Keeps a picture.
     *
     * @param record writes the row that names the file
     * @return what {@code record} gives
     */
    public <T> T keep(ImageFile picture, Function<StoredFile, T> record) {
        StoredFile file = new StoredFile(sha256(picture.bytes()), picture.mediaType(), picture.bytes().length);
        lock.readLock().lock();
        try {
            Path path = path(file.sha256());
            if (!Files.exists(path)) {
                write(path, picture.bytes());
            }
            return record.apply(file);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Where a picture's file is. */
    public Path path(String sha256) {
        return folder("images", sha256).resolve(sha256);
    }

    /** Where a file that is made from a picture lies, once it is made. */
    public Path derived(String kind, String sha256) {
        return folder(kind, sha256).resolve(sha256);
    }

    /**
     * Removes a file and what was made from it.
     *
     * @param unused asked when nobody can add a picture; nothing is removed where it says no
     */
    public void remove(String sha256, BooleanSupplier unused) {
        lock.writeLock().lock();
        try {
            if (unused.getAsBoolean()) {
                Files.deleteIfExists(path(sha256));
                for (String kind : Renditions.KINDS) {
                    Files.deleteIfExists(derived(kind, sha256));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of picture " + sha256 + " cannot be removed", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Writes a file that is there whole or not at all. */
    static void write(Path path, byte[] bytes) {
        Path fresh = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createFile(fresh, DataFolder.ownerOnly("rw-------"));
            Files.write(fresh, bytes);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.getFileName() + " cannot be written", e);
        }
    }

    private Path folder(String kind, String sha256) {
        return DataFolder.of(settings, kind + "/" + sha256.substring(0, 2));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
