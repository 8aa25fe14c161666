package org.pixazo.settings.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.pixazo.settings.entity.Settings;

/** The folder in which everything lies that Pixazo keeps. Only its owner may look into it. */
public final class DataFolder {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private DataFolder() {}

    /**
     * The data folder, created where it is missing.
     *
     * @throws UncheckedIOException naming the folder where it cannot be made
     */
    public static Path of(Settings settings) {
        return ensure(settings.dataDir());
    }

    /** A folder inside the data folder, created where it is missing. */
    public static Path of(Settings settings, String name) {
        return ensure(of(settings).resolve(name));
    }

    private static Path ensure(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("PIXAZO_DATA_DIR: the folder " + folder + " cannot be made", e);
        }
    }

    /** Rights for a new file or folder, as in {@code rw-------}; none on systems that have other notions of rights. */
    public static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
