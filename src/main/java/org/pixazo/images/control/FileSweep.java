package org.pixazo.images.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.pixazo.images.entity.ImageSweep;
import org.pixazo.images.entity.SweepResult;
import org.pixazo.monitoring.control.Metrics;

/**
 * Holds the files of pictures against the rows: removes files of no picture, such as a death between file and row leaves
 * behind, and reports pictures whose file is missing. One server does it at a time.
 */
@ApplicationScoped
public class FileSweep {

    /** A younger file may belong to a picture whose row is still to come. */
    public static final Duration GRACE = Duration.ofHours(24);

    private static final Logger LOG = Logger.getLogger(FileSweep.class.getName());
    private static final int MOST_NAMED = 20;
    private static final int SHA256_DIGITS = 64;
    private static final int FOLDERS = 256;

    @Inject
    SweepRepository sweeps;

    @Inject
    ImageFiles files;

    @Inject
    ImageRepository images;

    @Inject
    Metrics metrics;

    private final AtomicLong missing = new AtomicLong();

    @PostConstruct
    void measure() {
        metrics.gauge(
                "image.files.missing", "Files of pictures that the last sweep of this server missed", missing::get);
    }

    /**
     * Sweeps unless another server does, or did not long ago.
     *
     * @param least how long ago the last sweep must have begun
     * @param grace how old a file of no picture must be to be removed
     * @return what was found; empty where another server sweeps
     */
    public Optional<ImageSweep> sweep(Duration least, Duration grace) {
        if (!sweeps.claim(least)) {
            return Optional.empty();
        }
        try {
            SweepResult result = SweepResult.NONE;
            for (int i = 0; i < FOLDERS; i++) {
                result = result.plus(
                        folder(String.format("%02x", i), Instant.now().minus(grace)));
            }
            missing.set(result.missing());
            SweepResult found = result;
            LOG.log(
                    found.missing() > 0 ? Level.WARNING : Level.INFO,
                    () -> "The files of pictures: " + found.files()
                            + " there, " + found.missing() + " missing, " + found.orphans() + " of no picture removed ("
                            + found.freedBytes() + " bytes)");
            return Optional.of(sweeps.finish(result));
        } catch (RuntimeException e) {
            sweeps.giveUp();
            throw e;
        }
    }

    private SweepResult folder(String prefix, Instant before) {
        Set<String> wanted = sweeps.files(prefix);
        long orphans = 0;
        long freed = 0;
        for (String kind : ImageFiles.kinds()) {
            for (Path file : listed(files.folder(kind, prefix))) {
                String name = file.getFileName().toString();
                if (!wanted.contains(name)) {
                    long bytes = removed(file, name, before);
                    orphans += bytes < 0 ? 0 : 1;
                    freed += Math.max(0, bytes);
                }
            }
        }
        List<String> lost =
                wanted.stream().filter(name -> !Files.exists(files.path(name))).toList();
        lost.stream()
                .limit(MOST_NAMED)
                .forEach(name -> LOG.warning(() -> "The file " + name + " of a picture is missing in the data folder"));
        return new SweepResult(wanted.size() - (long) lost.size(), orphans, freed, lost.size());
    }

    /** Removes an old file; returns what it had, or -1 where it stays. */
    private long removed(Path file, String name, Instant before) {
        try {
            long bytes = Files.size(file);
            boolean[] gone = {false};
            files.removeIf(
                    () -> {
                        gone[0] = old(file, before) && (name.length() != SHA256_DIGITS || images.unused(name));
                        return gone[0];
                    },
                    file);
            return gone[0] ? bytes : -1;
        } catch (NoSuchFileException elsewhere) {
            // Somebody else removed it.
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " cannot be looked at", e);
        }
    }

    private static boolean old(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder.getFileName() + " cannot be read", e);
        }
    }
}
