package org.pixazo.archive.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pixazo.archive.entity.WorkspaceFile;
import org.pixazo.chats.control.ChatExport;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.images.control.ImageFiles;
import org.pixazo.images.entity.Image;
import org.pixazo.prompts.control.PromptTransfer;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Json;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;

/**
 * Writes files of many chats while it reads them: some at a time, by short reads without a transaction, so that nobody
 * else waits and nothing piles up in memory.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Archive {

    private static final int AT_ONCE = 100;

    @PersistenceContext
    EntityManager em;

    @Inject
    WorkspaceService workspaces;

    @Inject
    ChatService chats;

    @Inject
    ChatExport exports;

    @Inject
    ImageFiles files;

    @Inject
    PromptTransfer prompts;

    /** What is done with one of many, and may fail to be written. */
    private interface Writing<T> {
        void of(T one) throws IOException;
    }

    /**
     * Writes a workspace as a zip file: {@code workspace.json}, {@code chats/ID.json} in the format of single chats, and
     * {@code images/SHA256.ENDING}, the original files.
     */
    public void zip(long userId, Workspace workspace, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("workspace.json"));
        zip.write(Json.mapper().writeValueAsBytes(WorkspaceFile.of(workspace, Timestamps.now())));
        zip.closeEntry();
        eachChat(userId, workspace, chat -> {
            ZipEntry entry = new ZipEntry("chats/" + chat.id() + ".json");
            entry.setLastModifiedTime(FileTime.from(chat.updatedAt()));
            zip.putNextEntry(entry);
            exports.write(chat, true, zip);
            zip.closeEntry();
        });
        Set<String> packed = new HashSet<>();
        each(above -> images(workspace.id(), above), Image::id, image -> {
            Path file = files.path(image.file().sha256());
            if (Files.exists(file) && packed.add(image.file().sha256())) {
                String ending = image.file().mediaType().substring("image/".length());
                zip.putNextEntry(new ZipEntry("images/" + image.file().sha256() + "." + ending));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        });
        zip.finish();
    }

    /**
     * Writes everything of a user, one JSON object a line: each workspace, followed by its chats, and at last the prompts.
     *
     * @param withPrompts whether these may be seen
     */
    public void lines(long userId, boolean withPrompts, OutputStream out) throws IOException {
        each(above -> workspaces(userId, above), Workspace::id, workspace -> {
            line(out, Json.mapper().writeValueAsBytes(WorkspaceFile.of(workspace, Timestamps.now())));
            eachChat(userId, workspace, chat -> {
                exports.write(chat, true, out);
                out.write('\n');
            });
        });
        if (withPrompts) {
            line(out, Json.mapper().writeValueAsBytes(prompts.export(userId)));
        }
        out.flush();
    }

    private static void line(OutputStream out, byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    private void eachChat(long userId, Workspace workspace, Writing<Chat> writing) throws IOException {
        each(above -> chats.oldest(userId, workspace.id(), above, AT_ONCE), Chat::id, writing);
    }

    private static <T> void each(Function<Long, List<T>> some, Function<T, Long> id, Writing<T> writing)
            throws IOException {
        List<T> batch;
        long above = 0;
        do {
            batch = some.apply(above);
            for (T one : batch) {
                writing.of(one);
                above = id.apply(one);
            }
        } while (batch.size() == AT_ONCE);
    }

    private List<Workspace> workspaces(long userId, long above) {
        return em.createQuery(
                        "SELECT w FROM Workspace w WHERE w.userId = :user AND w.id > :above ORDER BY w.id",
                        Workspace.class)
                .setParameter("user", userId)
                .setParameter("above", above)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private List<Image> images(long workspaceId, long above) {
        return em.createQuery(
                        "SELECT i FROM Image i WHERE i.place.workspaceId = :workspace AND i.deletedAt IS NULL"
                                + " AND i.id > :above ORDER BY i.id",
                        Image.class)
                .setParameter("workspace", workspaceId)
                .setParameter("above", above)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }
}
