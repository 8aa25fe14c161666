package org.pixazo.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folder into which the server unpacks itself and the application: a new one for every start, with a name that
 * nobody can predict and rights for its owner alone, since code is run from it. It holds a lock as long as the process
 * lives, so that the next start can clear away what a killed one has left.
 */
final class WorkFolder {

    private static final String PREFIX = "pixazo-server-";

    private static final String LOCK = "in-use.lock";

    private final Path path;

    /** Kept only because a lock ends with its channel, and a channel nobody refers to may be collected. */
    @SuppressWarnings("unused")
    private final FileLock lock;

    private WorkFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes a folder in the given one and clears away the abandoned ones beside it. */
    static WorkFolder createIn(Path parent) {
        try {
            // Owner-only by createTempDirectory's contract wherever the file system knows POSIX rights.
            Path path = Files.createTempDirectory(parent, PREFIX);
            FileLock lock = tryLock(path.resolve(LOCK));
            if (lock == null) {
                throw new IOException("another process has locked the new folder " + path);
            }
            deleteAbandoned(parent, path);
            return new WorkFolder(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the server in " + parent, e);
        }
    }

    Path path() {
        return path;
    }

    /** Deletes the folder with all that is in it; what can't be deleted is left to the next start. */
    void delete() {
        deleteTree(path);
    }

    private static FileLock tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    private static void deleteAbandoned(Path parent, Path own) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!folder.equals(own) && isAbandoned(folder, own)) {
                    deleteTree(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder, Path own) {
        Path file = folder.resolve(LOCK);
        try {
            // Only real folders of the same owner: the parent may be open to everybody.
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                return channel.tryLock() != null;
            }
        } catch (IOException e) {
            // Somebody else is deleting it, or it is not ours: leaving it is always right.
            return false;
        }
    }

    private static void deleteTree(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.getLogger(WorkFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "Left for the next start: " + root, e);
        }
    }
}
