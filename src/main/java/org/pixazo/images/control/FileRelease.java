package org.pixazo.images.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.accounts.entity.UserDeleted;
import org.pixazo.chats.entity.ChatDeleted;
import org.pixazo.images.entity.FilesReleased;
import org.pixazo.workspaces.entity.WorkspaceDeleted;

/**
 * Removes the files of pictures whose rows go, whoever removes them: notes their names while the rows are there, and
 * removes them after the commit. A file that cannot be removed is an orphan on the disk, never a missing picture.
 */
@ApplicationScoped
public class FileRelease {

    private static final Logger LOG = Logger.getLogger(FileRelease.class.getName());

    @Inject
    ImageRepository images;

    @Inject
    ImageFiles files;

    @Inject
    Event<FilesReleased> released;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    void workspaceGoes(@Observes WorkspaceDeleted event) {
        release(images.filesOfWorkspace(event.workspaceId()));
    }

    void chatGoes(@Observes ChatDeleted event) {
        release(images.filesOfChat(event.chatId()));
    }

    void userGoes(@Observes UserDeleted event) {
        release(images.filesOfUser(event.userId()));
    }

    void remove(@Observes(during = TransactionPhase.AFTER_SUCCESS) FilesReleased event) {
        // The transaction is over but not yet gone from this thread; the question whether a file is used needs another.
        executor.execute(() -> event.sha256s().forEach(this::remove));
    }

    private void release(List<String> sha256s) {
        if (!sha256s.isEmpty()) {
            released.fire(new FilesReleased(Set.copyOf(sha256s)));
        }
    }

    private void remove(String sha256) {
        try {
            files.remove(sha256, () -> images.unused(sha256));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The file of picture " + sha256 + " stays behind", e);
        }
    }
}
