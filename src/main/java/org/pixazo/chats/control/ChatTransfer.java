package org.pixazo.chats.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatsChanged;
import org.pixazo.chats.entity.ImportReport;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IdempotencyKey;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.workspaces.control.WorkspaceService;

/**
 * Carries chats in. A file is read to its end before anything of it is stored, so that of a wrong one nothing is; then
 * each chat is stored in a transaction of its own, so that others can write meanwhile.
 */
@ApplicationScoped
public class ChatTransfer {

    private static final int MOST_LINES = 10_000;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    @Inject
    ChatFileReader reader;

    @Inject
    ChatStore store;

    @Inject
    Event<ChatsChanged> chatsChanged;

    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /**
     * What an import into a chat made.
     *
     * @param imported how many messages
     * @param ids of them, in the order of the file
     */
    public record ImportedMessages(int imported, List<Long> ids) {}

    /**
     * Appends the messages of a file to a chat, behind its newest one, all or none.
     *
     * @throws InvalidInputException saying what is wrong with the file, or that it holds several chats
     */
    public ImportedMessages append(long userId, long chatId, ImportFile file, Optional<IdempotencyKey> key) {
        Chat chat = chats.get(userId, chatId);
        return once(key, ImportedMessages.class, () -> {
            List<ReadChat> read = new ArrayList<>();
            int[] count = new int[1];
            new ConversationFile(reader).each(file.path(), one -> {
                if (count[0]++ == 0) {
                    read.add(one);
                }
            });
            if (count[0] != 1) {
                throw InvalidInputException.malformed(
                        "The file holds " + count[0]
                                + " chats, and one chat can take one only. Import it into a workspace.",
                        null);
            }
            List<Long> ids = store.append(userId, chat, read.get(0), pictures(file));
            return new ImportedMessages(ids.size(), ids);
        });
    }

    /**
     * Makes the chats of a file in a workspace; those that it has already do not come again.
     *
     * @throws InvalidInputException saying what is wrong with the file; then nothing is stored
     */
    public ImportReport add(long userId, long workspaceId, ImportFile file, Optional<IdempotencyKey> key) {
        workspaces.get(userId, workspaceId);
        return once(key, ImportReport.class, () -> {
            tryOut(userId, workspaceId, file);
            Tally tally = new Tally(false);
            try {
                new ConversationFile(reader).each(file.path(), read -> {
                    if (!tally.known(read, workspaceId)) {
                        tally.came(read, store.add(userId, workspaceId, read, pictures(file)));
                    }
                });
            } catch (RuntimeException e) {
                tally.ids.forEach(id -> takeBack(userId, id));
                throw e;
            }
            if (!tally.ids.isEmpty()) {
                chatsChanged.fire(new ChatsChanged(userId));
            }
            return tally.report();
        });
    }

    /** What {@link #add} would make. Stores nothing. */
    public ImportReport tryOut(long userId, long workspaceId, ImportFile file) {
        workspaces.get(userId, workspaceId);
        Tally tally = new Tally(true);
        new ConversationFile(reader).each(file.path(), read -> {
            if (!tally.known(read, workspaceId)) {
                tally.came(read, null);
            }
        });
        return tally.report();
    }

    private static Function<String, Optional<byte[]>> pictures(ImportFile file) {
        return sha256 -> ConversationFile.picture(file.path(), sha256);
    }

    private void takeBack(long userId, long chatId) {
        try {
            chats.remove(userId, chatId, IfMatch.ANY);
        } catch (NotFoundException goneAlready) {
            // Then there is nothing to take back.
        }
    }

    /** Does what a request asks for, unless it was done under the same key before. */
    private <T> T once(Optional<IdempotencyKey> key, Class<T> type, Supplier<T> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        Optional<String> before = store.before(key.get());
        if (before.isPresent()) {
            return Json.mapper().readValue(before.get(), type);
        }
        String name = key.get().userId() + " " + key.get().key();
        if (!underWay.add(name)) {
            throw new ConflictException("The same request is under way.");
        }
        try {
            T made = work.get();
            store.remember(key.get(), Json.write(made));
            return made;
        } finally {
            underWay.remove(name);
        }
    }

    /** Counts what comes of a file. */
    private final class Tally {

        private final boolean trial;
        private final Set<String> seen = new HashSet<>();
        private final List<Long> ids = new ArrayList<>();
        private final List<ImportReport.Line> lines = new ArrayList<>();
        private int imported;
        private int messages;
        private int alreadyHere;
        private int partlyReadable;

        Tally(boolean trial) {
            this.trial = trial;
        }

        /** Whether a chat came before, with this file or another. */
        boolean known(ReadChat read, long workspaceId) {
            if (read.sourceId() == null) {
                return false;
            }
            boolean twice = !seen.add(read.sourceId());
            if (!twice && !store.has(workspaceId, read.sourceId())) {
                return false;
            }
            alreadyHere++;
            note(read, "already_here", List.of(twice ? "it is in the file twice" : "it is in this workspace"));
            return true;
        }

        void came(ReadChat read, Long id) {
            imported++;
            messages += read.content().messages().size();
            if (id != null) {
                ids.add(id);
            }
            if (!read.faults().isEmpty()) {
                partlyReadable++;
                note(read, "partly_readable", read.faults());
            } else if (trial) {
                note(read, "new", List.of());
            }
        }

        private void note(ReadChat read, String status, List<String> reasons) {
            if (lines.size() < MOST_LINES) {
                lines.add(new ImportReport.Line(
                        read.content().name(),
                        read.sourceId(),
                        status,
                        read.content().messages().size(),
                        reasons));
            }
        }

        ImportReport report() {
            return new ImportReport(trial, imported, ids, messages, alreadyHere, partlyReadable, lines);
        }
    }
}
