package org.pixazo.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.monitoring.entity.Check;
import org.pixazo.settings.entity.Settings;

/** Looks whether the data folder can be written and has room. */
@ApplicationScoped
public class DataFolderProbe {

    private static final Logger LOG = Logger.getLogger(DataFolderProbe.class.getName());
    private static final String NAME = "data_folder";
    private static final long MEGABYTE = 1L << 20;

    /** Less than this does not hold one image and the database's log. */
    private static final long NEEDED = 32 * MEGABYTE;

    @Inject
    Settings settings;

    public Check check() {
        Path folder = settings.dataDir();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return Check.down(NAME, "The data folder is missing or cannot be written.");
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return free < NEEDED
                    ? Check.down(NAME, "The disk is full: " + inWords(free) + " free.")
                    : Check.up(NAME, "Writable, " + inWords(free) + " free.");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The free space of the data folder cannot be read", e);
            return Check.up(NAME, "Writable; the free space cannot be read.");
        }
    }

    private static String inWords(long bytes) {
        return bytes < 1024 * MEGABYTE
                ? bytes / MEGABYTE + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / (1024.0 * MEGABYTE));
    }
}
