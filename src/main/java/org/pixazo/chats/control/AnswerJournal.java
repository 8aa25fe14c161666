package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.pixazo.settings.control.DataFolder;
import org.pixazo.settings.entity.Settings;

/**
 * Keeps the text of answers under way in files, one an answer. A piece is in the file before any reader sees it, so that
 * the death of the server loses nothing that was shown; the database gets the whole text once, when the answer ends. An
 * append costs some microseconds, however long the answer is, where a row would be rewritten whole.
 */
@ApplicationScoped
public class AnswerJournal {

    private static final String SUFFIX = ".part";

    @Inject
    Settings settings;

    /** The file of one answer. Not thread-safe: one answer has one writer. */
    public static final class Entry implements AutoCloseable {

        private final FileChannel file;

        private Entry(FileChannel file) {
            this.file = file;
        }

        /** Adds a piece. */
        public void append(String piece) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The answer's journal cannot be written", e);
            }
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The answer's journal cannot be closed", e);
            }
        }
    }

    /** Begins the file of an answer. */
    public Entry open(long messageId) {
        try {
            return new Entry(FileChannel.open(
                    file(messageId),
                    EnumSet.of(
                            StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                    DataFolder.ownerOnly("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of answer " + messageId + " cannot be made", e);
        }
    }

    /** The text that came for an answer, if this server received it. */
    public Optional<String> read(long messageId) {
        Path file = file(messageId);
        try {
            // Bytes, not lines of text: the last character may be cut where the server died.
            return Files.exists(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of answer " + messageId + " cannot be read", e);
        }
    }

    /** Removes the file of an answer that the database has whole. */
    public void remove(long messageId) {
        try {
            Files.deleteIfExists(file(messageId));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of answer " + messageId + " cannot be removed", e);
        }
    }

    /** Ids of all answers that have a file. */
    public long[] ids() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+\\" + SUFFIX))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The journals cannot be listed", e);
        }
    }

    private Path file(long messageId) {
        return folder().resolve(messageId + SUFFIX);
    }

    private Path folder() {
        return DataFolder.of(settings, "answers");
    }
}
