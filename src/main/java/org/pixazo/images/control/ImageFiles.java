package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
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

    private static final String ORIGINALS = "images";

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
            if (Files.exists(path)) {
                touch(path);
            } else {
                write(path, picture.bytes());
            }
            return record.apply(file);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Where a picture's file is. */
    public Path path(String sha256) {
        return folder(ORIGINALS, sha256).resolve(sha256);
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
        removeIf(unused, kinds().stream().map(kind -> derived(kind, sha256)).toArray(Path[]::new));
    }

    /**
     * Removes files of one picture.
     *
     * @param allowed asked when nobody can add a picture; nothing is removed where it says no
     */
    void removeIf(BooleanSupplier allowed, Path... paths) {
        lock.writeLock().lock();
        try {
            if (allowed.getAsBoolean()) {
                for (Path path : paths) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + paths[0].getFileName() + " cannot be removed", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Names of the folders of all kinds of files that a picture has: the original first, then what is made of it. */
    static List<String> kinds() {
        return Stream.concat(Stream.of(ORIGINALS), Renditions.KINDS.stream()).toList();
    }

    /** Says to a sweep on another server that the file is about to be used. */
    private static void touch(Path path) {
        try {
            Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path.getFileName() + " cannot be kept", e);
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

    /** Where files of a kind lie whose names begin like this one, or with these two digits. */
    Path folder(String kind, String sha256) {
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
