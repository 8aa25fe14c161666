package org.pixazo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    Path parent;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerAlone() throws IOException {
        Path path = WorkFolder.createIn(parent).path();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
    }

    @Test
    void clearsAwayWhatAKilledProcessHasLeft() throws IOException {
        Path abandoned = Files.createDirectories(parent.resolve("pixazo-server-1/runtime"))
                .getParent();
        Files.createFile(abandoned.resolve("in-use.lock"));
        Files.createFile(abandoned.resolve("runtime/server.jar"));

        WorkFolder folder = WorkFolder.createIn(parent);

        assertThat(abandoned).doesNotExist();
        assertThat(folder.path()).exists();
    }

    @Test
    void leavesWhatIsNotCertainlyAbandoned() throws IOException {
        Path withoutLock = Files.createDirectory(parent.resolve("pixazo-server-2"));
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("in-use.lock"));
        Path link = Files.createSymbolicLink(parent.resolve("pixazo-server-3"), elsewhere);

        WorkFolder.createIn(parent);

        assertThat(withoutLock).exists();
        assertThat(link).exists();
        assertThat(elsewhere.resolve("in-use.lock")).exists();
    }

    @Test
    void isGoneAfterDelete() throws IOException {
        WorkFolder folder = WorkFolder.createIn(parent);
        Files.createDirectories(folder.path().resolve("applications/pixazo"));

        folder.delete();

        assertThat(folder.path()).doesNotExist();
    }
}
